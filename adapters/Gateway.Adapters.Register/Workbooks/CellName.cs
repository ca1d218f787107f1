using System.Globalization;

namespace Gateway.Adapters.Register.Workbooks;

/// <summary>The name of a cell, <c>B12</c>, as 0-based column and 1-based row.</summary>
internal static class CellName
{
    /// <summary>Columns and rows that Excel has.</summary>
    public const int Columns = 16_384;

    public const int Rows = 1_048_576;

    /// <summary>Null when it is none.</summary>
    public static (int Column, int Row)? Of(string? name)
    {
        if (name is null) return null;
        var column = 0;
        var at = 0;
        for (; at < name.Length && char.IsAsciiLetterUpper(name[at]) && at < 3; at++) column = (column * 26) + name[at] - 'A' + 1;
        return column is > 0 and <= Columns
            && int.TryParse(name.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= Rows
            ? (column - 1, row)
            : null;
    }
}
