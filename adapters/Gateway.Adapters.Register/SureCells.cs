using Gateway.Contracts.Fields;

namespace Gateway.Adapters.Register;

/// <summary>
/// Which cells of a row that divides wrongly stand in their column all the same, once an officer has typed what the complaint says. A
/// name that slipped into the place would be published, so a cell counts only when something proves where it stands.
/// </summary>
internal static class SureCells
{
    private const int ShortestWord = 3;

    private static readonly (string Field, Func<string, bool> Fits)[] Recognisable =
    [
        (ColumnNames.Received, IsDay),
        ("tanggalKejadian", IsDay),
        ("phone", words => words.Count(char.IsAsciiDigit) >= 8 && !words.Any(char.IsLetter)),
        ("nik", words => words.Count(char.IsAsciiDigit) == 16 && !words.Any(char.IsLetter)),
        ("email", words => words.Contains('@', StringComparison.Ordinal) && !words.Contains(' ', StringComparison.Ordinal)),
    ];

    /// <summary>Field to its cell, for those that are sure.</summary>
    /// <param name="row">The row.</param>
    /// <param name="table">Its table.</param>
    /// <param name="isi">The complaint as typed by hand; null when it was not.</param>
    public static Dictionary<string, string> Of(RegisterRow row, RegisterTable table, string? isi)
    {
        var text = table.Columns["isi"];
        var shift = table.Surplus(row);
        var isInText = !row.IsBroken && isi is not null && Says(isi, row.Content.Skip(text).Take(shift + 1));
        // What is left of the last recognised cell, and right of the next one, has not slipped.
        var left = isInText ? text - 1 : Anchors(row, table, 0).Where(column => column < text).DefaultIfEmpty(-1).Max();
        var right = isInText ? text + 1 : row.IsBroken ? int.MaxValue : Anchors(row, table, shift).Where(column => column > text).DefaultIfEmpty(int.MaxValue).Min();
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, column) in table.Columns)
        {
            var at = column <= left ? column : column >= right ? column + shift : -1;
            if (at >= 0 && at < row.Cells.Count) cells[field] = row.Cells[at];
        }

        return cells;
    }

    private static IEnumerable<int> Anchors(RegisterRow row, RegisterTable table, int shift) => Recognisable
        .Where(known => table.Columns.TryGetValue(known.Field, out var column) && column + shift < row.Content.Count && known.Fits(row.Content[column + shift]))
        .Select(known => table.Columns[known.Field]);

    // The same text, or most words of each piece, stand in what was typed: then the separators stood inside the text.
    private static bool Says(string isi, IEnumerable<string> pieces)
    {
        var all = pieces.ToList();
        var typed = Words(isi).ToHashSet();
        return FieldNames.Fold(isi) == FieldNames.Fold(string.Concat(all))
            || all.All(piece => Words(piece).ToList() is { Count: > 0 } words && words.Count(typed.Contains) * 2 >= words.Count);
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FieldNames.Fold).Where(word => word.Length >= ShortestWord);

    private static bool IsDay(string words) => WrittenDate.Read(words) is not null;
}
