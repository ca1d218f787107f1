using Gateway.Contracts;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.Register;

/// <summary>One row of the file.</summary>
/// <param name="Number">1-based, as a spreadsheet shows it: a line break inside a cell starts no row.</param>
/// <param name="Cells">Its cells as they are shown there.</param>
/// <param name="IsBroken">A quote opens or ends where none may: where the cells, or even the rows, divide is not certain.</param>
internal sealed record RegisterRow(int Number, IReadOnlyList<string> Cells, bool IsBroken)
{
    private static readonly Dictionary<int, DateTime> NoMoments = [];
    private static readonly HashSet<int> FullyValued = [];

    /// <summary>Why nothing from here to the end can be divided into rows; null for a row.</summary>
    public Reason? Rest { get; init; }

    /// <summary>Columns whose cell the file itself knows to be a moment, however it is shown. Only a workbook knows.</summary>
    public IReadOnlyDictionary<int, DateTime> Moments { get; init; } = NoMoments;

    /// <summary>Columns whose cell ought to hold something and does not: a formula never computed, a text that the file lost. Only a workbook has them.</summary>
    public IReadOnlySet<int> Valueless { get; init; } = FullyValued;

    /// <summary>The spreadsheet does not show it: a filter, a row or sheet put out of sight.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The cells without what only the way of saving differs in: white space, empty cells at the end.</summary>
    public IReadOnlyList<string> Content { get; } = Folded(Cells);

    public bool IsEmpty => !IsBroken && Content.Count == 0 && Valueless.Count == 0;

    private static List<string> Folded(IReadOnlyList<string> cells)
    {
        var content = cells.Select(cell => WrittenWords.Line(cell) ?? "").ToList();
        while (content.Count > 0 && content[^1].Length == 0) content.RemoveAt(content.Count - 1);
        return content;
    }
}
