using Gateway.Adapters.Register;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Core.Operations;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>Reads a list taken from the pages of SP4N-LAPOR!: which column holds its number, and which rows can be read.</summary>
/// <param name="Rows">Rows with a number.</param>
/// <param name="Unread">How many rows below the heading hold none.</param>
internal sealed record CentreList(IReadOnlyList<CentreRow> Rows, int Unread)
{
    // How the number is called is the centre's affair; any other name is told by --id.
    private static readonly string[] Names = ["id", "complaintid", "idlaporan", "idpengaduan", "nomorlaporan", "nolaporan", "nomoraduan", "noaduan", "trackingid", "nomortiket", "notiket"];

    /// <exception cref="CommandException">It cannot be read, or a sheet with rows has no heading that names the number.</exception>
    public static CentreList Read(string path, string? column, WordList words)
    {
        IReadOnlyList<SpreadsheetRow> table;
        Reason? fault;
        try
        {
            table = SpreadsheetRows.Read(ListFile.Of(path, words), out fault);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, PathFault.Of(words, path, unreadable));
        }

        if (fault is not null) throw new CommandException(3, $"{path}: {words.Of(fault)}");
        var sheets = table.Where(row => row.Cells.Any(cell => cell.Length > 0)).GroupBy(row => row.Sheet).Select(sheet => Sheet(path, [.. sheet], column, words)).ToList();
        if (sheets.Count == 0) throw NoColumn(path, column, words);
        return new CentreList([.. sheets.SelectMany(sheet => sheet.Rows)], sheets.Sum(sheet => sheet.Unread));
    }

    // Each sheet has its own columns; one without a heading could hold anything, so it is not passed over.
    private static CentreList Sheet(string path, IReadOnlyList<SpreadsheetRow> rows, string? column, WordList words)
    {
        string[] wanted = column is null ? Names : [FieldNames.Fold(column)];
        var where = rows[0].Sheet is { } sheet ? $"{path} [{sheet}]" : path;
        foreach (var (index, heading) in rows.Index())
        {
            var fitting = heading.Cells.Index().Where(cell => wanted.Contains(FieldNames.Fold(cell.Item))).ToList();
            if (fitting.Count == 0) continue;
            // A running number would be taken for that of the centre.
            if (fitting.Count > 1) throw new CommandException(2, words["reconcile.several-columns", where, string.Join(", ", fitting.Select(cell => cell.Item))]);
            var at = fitting[0].Index;
            var below = rows.Skip(index + 1).ToList();
            // Of a broken row nobody knows which number belongs to which text.
            var read = below.Where(row => !row.IsBroken && at < row.Cells.Count).Select(row => CentreRow.Of(row.Sheet, row.Row, row.Cells[at], row.Cells)).OfType<CentreRow>().ToList();
            return new CentreList(read, below.Count - read.Count);
        }

        throw NoColumn(where, column, words);
    }

    private static CommandException NoColumn(string where, string? column, WordList words) => new(2, words["reconcile.no-column", where, column ?? string.Join(", ", Names)]);
}
