namespace Gateway.Core.Ledger;

/// <summary>Finds what stands in the place of a complaint that was split or joined.</summary>
internal static class Succession
{
    /// <summary>The first complaint that stands in the place of a discarded one, through splits and joins; the row itself when none does.</summary>
    public static async Task<ComplaintRow> InPlaceOfAsync(this ILedger ledger, ComplaintRow row, CancellationToken ct)
    {
        if (row.State != ComplaintState.Discarded) return row;
        foreach (var kin in (await ledger.LineageAsync(row.Number, ct)).Where(kin => kin.Parent == row.Number && !kin.Undone))
            if (await ledger.FindAsync(kin.Child, ct) is { } child && await ledger.InPlaceOfAsync(child, ct) is { State: not ComplaintState.Discarded } heir) return heir;
        return row;
    }
}
