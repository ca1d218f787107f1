namespace Gateway.Server.Commands;

/// <summary>
/// One line of a table that a spreadsheet opens unmangled: semicolons, since programs set to Indonesian split at them (a comma is the
/// decimal point there), quotes where needed (RFC 4180), and an apostrophe before what would be taken for a formula.
/// </summary>
internal static class CsvLine
{
    private const string Formula = "=+-@\t\r\n";

    public static string Of(IEnumerable<string?> cells) => string.Join(';', cells.Select(Cell));

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (Formula.Contains(text[0], StringComparison.Ordinal)) text = "'" + text;
        return text.AsSpan().ContainsAny(";\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
