namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Looks through an export before it is read: the beginning tells the shape of its headers, the whole tells the order of day and
/// month and who takes part. Holds one line and the names of the senders.
/// </summary>
internal static class Surveyor
{
    /// <summary>Senders that are told apart; more than a few only mean that it is a group.</summary>
    public const int MostSenders = 2000;

    /// <param name="open">Opens the text.</param>
    /// <param name="answer">What an officer said of the order of day and month; counts only where the file does not tell.</param>
    /// <param name="people">Whether it is looked for who takes part, which takes longer than all the rest.</param>
    public static ChatSurvey Survey(Func<Stream> open, DateOrder? answer, bool people = true)
    {
        var winner = FindShape(open, out var linesSeen);
        if (winner is not var (shape, certainty)) return ChatSurvey.Nothing(linesSeen);

        var evidence = new OrderEvidence(shape);
        var senders = new TellingLines();
        var tellsOfGroup = false;
        var hasMarks = false;
        using var lines = new PhysicalLines(TextEncoding.Open(open));
        while (lines.Next())
        {
            hasMarks = hasMarks || (shape.Bracketed && lines.Line.Contains(Invisible.LeftToRight));
            if (!HeaderScanner.TryRead(lines.Line, out var candidate) || candidate.Shape != shape || !evidence.Add(candidate) || !people) continue;

            var body = MessageBody.Split(lines.Line[candidate.BodyStart..]);
            if (body.Sender.IsEmpty || SystemLines.IsSystem(body.Text, body.Sender))
            {
                tellsOfGroup = tellsOfGroup || SystemLines.TellsOfGroup(body.Text);
            }
            else
            {
                senders.Add(candidate, body.Sender, body.Text);
            }
        }

        var (order, ambiguous) = evidence.Verdict();
        if (ambiguous is not null && answer is { } said) (order, ambiguous) = (said, null);
        var grammar = new HeaderGrammar(shape, order, ambiguous, certainty);
        return new ChatSurvey(lines.Number, grammar, senders.Under(order), tellsOfGroup, shape.Bracketed && !hasMarks);
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
