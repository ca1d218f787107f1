namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>What must be known of a whole export before its first message can be read.</summary>
/// <param name="Lines">Physical lines.</param>
/// <param name="Grammar">How its headers are written. Null when no line is a header: not a chat.</param>
/// <param name="Senders">Who wrote, as shown, at most <see cref="Surveyor.MostSenders"/> names, with a few first lines by which each is known under another name.</param>
/// <param name="TellsOfGroup">A system line speaks of a group.</param>
/// <param name="MarksAreGone">Written by iOS, but the invisible marks iOS writes were lost on the way.</param>
internal sealed record ChatSurvey(
    int Lines,
    HeaderGrammar? Grammar,
    IReadOnlyDictionary<string, IReadOnlyList<(DateTime At, string Line)>> Senders,
    bool TellsOfGroup,
    bool MarksAreGone)
{
    /// <summary>Of a file that is no chat.</summary>
    public static ChatSurvey Nothing(int lines) => new(lines, null, new Dictionary<string, IReadOnlyList<(DateTime At, string Line)>>(), false, false);
}
