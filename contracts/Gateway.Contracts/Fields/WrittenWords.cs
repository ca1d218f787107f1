using System.Buffers;
using System.Text;

namespace Gateway.Contracts.Fields;

/// <summary>Text from a form or a cell made readable: one kind of line end, nothing invisible that breaks it, null when nothing is left.</summary>
public static class WrittenWords
{
    // What a text of these alone holds is visible or a blank, and has one kind of line end.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n', '\t']);

    /// <summary>Lines kept, ends as <c>\n</c>. Null when there is no visible character.</summary>
    public static string? Lines(string? text)
    {
        if (text is null) return null;
        if (!text.AsSpan().ContainsAnyExcept(Plain)) return Visible(text);
        var kept = new StringBuilder(text.Length);
        // By rune, so that half a character becomes the sign for a missing one.
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsHidden(rune.Value))) kept.Append(rune);
        }

        return Visible(kept.ToString());
    }

    private static string? Visible(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    // Marks of nothing, and those that turn the direction of reading, with which a text shows other words than it holds.
    private static bool IsHidden(int rune) => rune is 0xFEFF or 0x200B or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>The same on one line, white space folded.</summary>
    public static string? Line(string? text) =>
        Lines(text) is { } lines ? string.Join(' ', lines.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
}
