using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>What one row of a register becomes: the rules in the order in which they are asked.</summary>
internal static class RowReading
{
    public static Translation Of(KeyedRow keyed, RegisterTable table, RawItem raw, IReadOnlyDictionary<string, string> set)
    {
        var row = keyed.Row;
        var item = table.Sheet.Item(row.Number);
        Translation Outcome(ItemOutcome outcome, Reason reason) => new() { Item = item, KeyParts = keyed.Key, Outcome = outcome, Reasons = [reason] };

        var isMended = set.Count > 0;
        var names = table.Heading.Names;
        var isRagged = table.Surplus(row) > 0;
        if (!isMended && NoComplaint.Reason(row, table) is { } none) return Outcome(ItemOutcome.Ignored, none);
        if (!isMended && row.IsBroken) return Outcome(ItemOutcome.Quarantined, new Reason("row-broken"));
        if (!isMended && isRagged) return Outcome(ItemOutcome.Quarantined, new Reason("row-ragged", $"{names.Count + table.Surplus(row)} > {names.Count}"));

        // Of a row that divides wrongly few cells are trusted to stand in their column: a phone number could end up in the text.
        var isSure = !row.IsBroken && !isRagged;
        var typed = new RowFields(isSure ? Cells(row, table) : SureCells.Of(row, table, set.GetValueOrDefault("isi")), isSure ? row : null, table, set);
        var fields = typed.Fields;
        if (fields.Isi is null && Valueless(row, table, set).Contains("isi")) return Outcome(ItemOutcome.Quarantined, new Reason("cell-without-value", names[table.Columns["isi"]].Trim())) with { Reporter = fields.Reporter };
        if (fields.Isi is null) return Outcome(ItemOutcome.Quarantined, new Reason("no-isi", names[table.Columns["isi"]].Trim())) with { Reporter = fields.Reporter };

        var doubts = new List<Reason>(typed.Doubts);
        var received = typed.Received;
        // The day stands somewhere in the row; without this doubt the day of reading would pass for it.
        if (!isSure && received is null && doubts.Count == 0 && table.Columns.ContainsKey(ColumnNames.Received)) doubts.Add(new Reason("date-unreadable", ColumnNames.Received));
        var complaint = fields.ToComplaint(new Provenance(raw.File, item), doubts) with { Received = received, Derived = typed.Derived };
        foreach (var column in keyed.Unclear) doubts.Add(new Reason("same-as-above-unclear", names[column].Trim()));
        if (Answered(row, table, isSure) is { } heading) doubts.Add(new Reason("already-answered", heading));
        foreach (var field in Valueless(row, table, set)) doubts.Add(new Reason("cell-without-value", names[table.Columns[field]].Trim()));
        if (row.IsHidden) doubts.Add(new Reason("row-hidden"));
        return new Translation
        {
            Item = item,
            KeyParts = keyed.Key,
            Outcome = ItemOutcome.Complaint,
            Reasons = doubts,
            Complaints = [complaint],
            Reporter = fields.Reporter,
            Received = received,
            Content = ContentDigest.Of([complaint]),
        };
    }

    private static string? Answered(RegisterRow row, RegisterTable table, bool isSure)
    {
        if (!isSure) return null;
        foreach (var column in table.Answers)
        {
            var heading = table.Heading.Names[column].Trim();
            if (column < row.Cells.Count && AnswerNote.SaysAnswered(heading, row.Cells[column])) return heading;
        }

        return null;
    }

    private static List<string> Valueless(RegisterRow row, RegisterTable table, IReadOnlyDictionary<string, string> set) =>
        [.. table.Columns.Where(column => row.Valueless.Contains(column.Value) && column.Key != ColumnNames.Status && !set.ContainsKey(column.Key)).Select(column => column.Key)];

    private static Dictionary<string, string> Cells(RegisterRow row, RegisterTable table) => table.Columns
        .Where(column => column.Value < row.Cells.Count)
        .ToDictionary(column => column.Key, column => row.Cells[column.Value], StringComparer.Ordinal);
}
