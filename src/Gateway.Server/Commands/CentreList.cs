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

    /// <exception cref="CommandException">It cannot be read, or no heading names the number.</exception>
    public static CentreList Read(string path, string? column, WordList words)
    {
        IReadOnlyList<(int Row, IReadOnlyList<string> Cells)> table;
        Reason? fault;
        try
        {
            table = SpreadsheetRows.Read(new FileContent(path), out fault);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, words["path.unreadable", path, unreadable.Message]);
        }

        if (fault is not null) throw new CommandException(3, $"{path}: {words.Of(fault)}");
        string[] wanted = column is null ? Names : [FieldNames.Fold(column)];
        foreach (var (row, cells) in table)
        {
            var fitting = cells.Index().Where(cell => wanted.Contains(FieldNames.Fold(cell.Item))).ToList();
            if (fitting.Count == 0) continue;
            // A running number would be taken for that of the centre.
            if (fitting.Count > 1) throw new CommandException(2, words["reconcile.several-columns", path, string.Join(", ", fitting.Select(cell => cell.Item))]);
            var at = fitting[0].Index;
            var below = table.Where(line => line.Row > row && line.Cells.Any(cell => cell.Length > 0)).ToList();
            var read = below.Select(line => at < line.Cells.Count ? CentreRow.Of(line.Row, line.Cells[at], line.Cells) : null).OfType<CentreRow>().ToList();
            return new CentreList(read, below.Count - read.Count);
        }

        throw new CommandException(2, words["reconcile.no-column", path, column ?? string.Join(", ", Names)]);
    }
}
