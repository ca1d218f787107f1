using System.Globalization;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>What one row of a register becomes: the rules in the order in which they are asked.</summary>
internal static class RowReading
{
    public static Translation Of(
        RegisterRow row, RegisterTable table, RawItem raw, IReadOnlyList<string> key, IReadOnlyDictionary<string, string> set)
    {
        var item = row.Number.ToString(CultureInfo.InvariantCulture);
        Translation Outcome(ItemOutcome outcome, string code, string? detail = null) =>
            new() { Item = item, KeyParts = key, Outcome = outcome, Reasons = [new Reason(code, detail)] };

        var isMended = set.Count > 0;
        var isRagged = row.Content.Count > table.Heading.Count;
        if (row.IsEmpty && !isMended) return Outcome(ItemOutcome.Ignored, "empty-row");
        if (IsHeading(row, table) && !isMended) return Outcome(ItemOutcome.Ignored, "heading-row");
        if (row.IsBroken && !isMended) return Outcome(ItemOutcome.Quarantined, "row-broken");
        if (isRagged && !isMended)
            return Outcome(ItemOutcome.Quarantined, "row-ragged", $"{row.Content.Count} > {table.Heading.Count}");

        // Of a row that divides wrongly few cells are trusted to stand in their column: a phone number could end up in the text.
        var isSure = !row.IsBroken && !isRagged;
        var cells = isSure ? Cells(row, table) : SureCells.Of(row, table, set.GetValueOrDefault("isi"));
        var fields = new FilledFields(cells).With(set);
        if (fields.Isi is null)
            return Outcome(ItemOutcome.Quarantined, "no-isi", table.Heading[table.Columns["isi"]].Trim()) with { Reporter = fields.Reporter };

        var doubts = new List<Reason>();
        var received = Received(fields, doubts);
        // The day stands somewhere in the row; without this doubt the day of reading would pass for it.
        if (!isSure && received is null && doubts.Count == 0 && table.Columns.ContainsKey(ColumnNames.Received)) doubts.Add(new Reason("date-unreadable", ColumnNames.Received));
        var complaint = fields.ToComplaint(new Provenance(raw.File, item), doubts) with { Received = received };
        if (AnswerNote.SaysAnswered(cells.GetValueOrDefault(ColumnNames.Status))) doubts.Add(new Reason("already-answered"));
        return new Translation
        {
            Item = item,
            KeyParts = key,
            Outcome = ItemOutcome.Complaint,
            Reasons = doubts,
            Complaints = [complaint],
            Reporter = fields.Reporter,
            Received = received,
            Content = ContentDigest.Of([complaint]),
        };
    }

    private static DateTimeOffset? Received(FilledFields fields, List<Reason> doubts) =>
        fields.Date(ColumnNames.Received, doubts) is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), WrittenDate.Wita) : null;

    private static Dictionary<string, string> Cells(RegisterRow row, RegisterTable table) => table.Columns
        .Where(column => column.Value < row.Cells.Count)
        .ToDictionary(column => column.Key, column => row.Cells[column.Value], StringComparer.Ordinal);

    // The heading again on a new page, or the line "(1) (2) (3)" that official tables carry below it.
    private static bool IsHeading(RegisterRow row, RegisterTable table)
    {
        if (row.IsBroken || row.IsEmpty) return false;
        if (row.Content.SequenceEqual(table.HeadingContent)) return true;
        return row.Number == table.HeadingRow + 1
            && row.Content.Count > 2
            && row.Content.Index().All(cell => cell.Item.Length == 0 || FieldNames.Fold(cell.Item) == (cell.Index + 1).ToString(CultureInfo.InvariantCulture));
    }
}
