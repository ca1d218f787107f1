namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Looks through an export before it is read: the beginning tells the shape of its headers, the whole tells the order of day and
/// month and who takes part. Holds one line and the names of the senders.
/// </summary>
internal static class Surveyor
{
    /// <summary>Senders that are told apart; more than a few only mean that it is a group.</summary>
    public const int MostSenders = 2000;

    public static ChatSurvey Survey(Func<Stream> open)
    {
        var winner = FindShape(open, out var linesSeen);
        if (winner is not var (shape, certainty)) return new ChatSurvey(linesSeen, null, [], false, false);

        var evidence = new OrderEvidence(shape);
        var senders = new HashSet<string>(StringComparer.Ordinal);
        var known = senders.GetAlternateLookup<ReadOnlySpan<char>>();
        var tellsOfGroup = false;
        var hasMarks = false;
        using var lines = new PhysicalLines(TextEncoding.Open(open));
        while (lines.Next())
        {
            hasMarks = hasMarks || lines.Line.Contains(Invisible.LeftToRight);
            if (!HeaderScanner.TryRead(lines.Line, out var candidate) || candidate.Shape != shape || !evidence.Add(candidate)) continue;

            var body = MessageBody.Split(lines.Line[candidate.BodyStart..]);
            if (body.Sender.IsEmpty || SystemLines.IsSystem(body.Text, body.Sender))
            {
                tellsOfGroup = tellsOfGroup || SystemLines.TellsOfGroup(body.Text);
            }
            else if (senders.Count < MostSenders && !known.Contains(body.Sender))
            {
                known.Add(body.Sender);
            }
        }

        var (order, isAmbiguous) = evidence.Verdict();
        var grammar = new HeaderGrammar(shape, order, isAmbiguous, certainty);
        var shown = senders.Select(sender => MessageBody.Shown(sender)).ToHashSet(StringComparer.Ordinal);
        return new ChatSurvey(lines.Number, grammar, shown, tellsOfGroup, shape.Bracketed && !hasMarks);
    }

    private static (HeaderShape Shape, double Certainty)? FindShape(Func<Stream> open, out int linesSeen)
    {
        var votes = new ShapeVotes();
        var isFirst = true;
        using var lines = new PhysicalLines(TextEncoding.Open(open));
        while (votes.Count < ShapeVotes.Enough && lines.Next())
        {
            if (HeaderScanner.TryRead(lines.Line, out var candidate) && IsDay(candidate)) votes.Add(candidate.Shape, isFirst);
            isFirst = isFirst && lines.Line.IsWhiteSpace();
        }

        linesSeen = lines.Number;
        return votes.Winner();
    }

    private static bool IsDay(HeaderCandidate candidate) =>
        candidate.TryAt(DateOrder.DayMonthYear, out _) || candidate.TryAt(DateOrder.MonthDayYear, out _);
}
