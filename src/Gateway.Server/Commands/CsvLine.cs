using System.Buffers;

namespace Gateway.Server.Commands;

/// <summary>
/// One line of a table that a spreadsheet opens unmangled: semicolons, since programs set to Indonesian split at them (a comma is the
/// decimal point there), quotes where needed (RFC 4180), and an apostrophe before what would be taken for a formula or shown as another number.
/// </summary>
internal static class CsvLine
{
    private const string Formula = "=+-@\t\r\n";

    // From the sixteenth digit on a spreadsheet writes zeros.
    private const int MostDigits = 15;

    // Numbers, dates, times, shares and powers are made of these alone.
    private static readonly SearchValues<char> Counting = SearchValues.Create("0123456789.,:/-+ ()%eE");

    public static string Of(IEnumerable<string?> cells) => string.Join(';', cells.Select(Cell));

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (Formula.Contains(text[0], StringComparison.Ordinal) || IsReadOtherwise(text)) text = "'" + text;
        // One kind of line end: a carriage return is a sign that steers a terminal.
        text = text.ReplaceLineEndings("\n");
        return text.AsSpan().ContainsAny(";\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static bool IsReadOtherwise(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9') && !text.ContainsAnyExcept(Counting) && !IsPlain(text);

    private static bool IsPlain(ReadOnlySpan<char> text) => text.Length <= MostDigits && (text[0] != '0' || text.Length == 1) && !text.ContainsAnyExceptInRange('0', '9');
}
