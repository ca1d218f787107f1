using Gateway.Adapters.WhatsApp.Translating;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// The first line of a message when it is more than a word. Known to the ledger under another sender, it says that a contact was
/// renamed: a long one alone, short ones together.
/// </summary>
internal static class TellingLine
{
    /// <summary>From this length on nobody else writes the same in one minute.</summary>
    public const int Long = 20;

    private const int Shortest = 8;
    private const int Longest = 400;

    /// <summary>The line, cleaned; null when it is short or may hold a marker.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd();
        if (line.Length is < Shortest or > Longest || line.Contains('<')) return null;
        var clean = Invisible.Clean(line).Trim();
        // Half a village begins with the same greeting.
        return clean.Length < Shortest || SmallTalk.SayingWords([clean], 1) == 0 ? null : clean;
    }
}
