namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Looks through an export before it is read: the beginning tells the shape of its headers, the whole tells the order of day and
/// month and who takes part. Holds a few blocks and the names of the senders.
/// </summary>
internal static class Surveyor
{
    /// <summary>Senders that are told apart; more than a few only mean that it is a group.</summary>
    public const int MostSenders = 2000;

    // Of what cannot be cut into blocks.
    private const int LinesAtOnce = 1000;

    /// <param name="open">Opens the text.</param>
    /// <param name="answer">What an officer said of the order of day and month; counts only where the file does not tell.</param>
    /// <param name="people">Whether it is looked for who takes part, which takes longer than all the rest.</param>
    /// <param name="block">Characters of a block.</param>
    public static ChatSurvey Survey(Func<Stream> open, DateOrder? answer, bool people = true, int block = TextBlocks.Usual)
    {
        var winner = FindShape(open, out var linesSeen);
        if (winner is not var (shape, certainty)) return ChatSurvey.Nothing(linesSeen);

        var evidence = new OrderEvidence(shape);
        var senders = new TellingLines(MostSenders);
        var (tellsOfGroup, hasMarks) = (false, false);
        using var blocks = new TextBlocks(TextEncoding.Open(open), line => HeaderScanner.TryRead(line, out var header) && header.Shape == shape, block);
        foreach (var part in InOrder.Select(blocks.All(), Look)) Add(part);

        using var rest = blocks.Rest();
        for (var before = -1; rest.Number > before;)
        {
            before = rest.Number;
            Add(Part().Read(rest, LinesAtOnce));
        }

        var (order, ambiguous) = evidence.Verdict();
        if (ambiguous is not null && answer is { } said) (order, ambiguous) = (said, null);
        var grammar = new HeaderGrammar(shape, order, ambiguous, certainty);
        return new ChatSurvey(rest.Number, grammar, senders.Under(order), tellsOfGroup, shape.Bracketed && !hasMarks);

        SurveyPart Part() => new(shape, people ? senders : null);

        SurveyPart Look(TextBlock piece)
        {
            var part = Part().Read(piece.Lines());
            piece.Return();
            return part;
        }

        void Add(SurveyPart part)
        {
            foreach (var day in part.Days) evidence.Add(day.First, day.Count);
            senders.Add(part.Senders);
            tellsOfGroup |= part.TellsOfGroup;
            hasMarks |= part.HasMarks;
        }
    }

    private static (HeaderShape Shape, double Certainty)? FindShape(Func<Stream> open, out int linesSeen)
    {
        var votes = new ShapeVotes();
        var isFirst = true;
        using var lines = new PhysicalLines(TextEncoding.Open(open));
        while (votes.Count < ShapeVotes.Enough && lines.Next())
        {
            if (HeaderScanner.TryRead(lines.Line, out var candidate) && candidate.IsDay) votes.Add(candidate.Shape, isFirst);
            isFirst = isFirst && lines.Line.IsWhiteSpace();
        }

        linesSeen = lines.Number;
        return votes.Winner();
    }
}
