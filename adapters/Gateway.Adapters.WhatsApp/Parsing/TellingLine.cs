namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// The first line of a message when it is long enough to be nobody else's in that minute. Known to the ledger under another sender, it
/// says that a contact was renamed.
/// </summary>
internal static class TellingLine
{
    private const int Shortest = 20;
    private const int Longest = 400;

    /// <summary>The line, cleaned; null when it is short or may hold a marker.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd();
        if (line.Length is < Shortest or > Longest || line.Contains('<')) return null;
        var clean = Invisible.Clean(line).Trim();
        return clean.Length < Shortest ? null : clean;
    }
}
