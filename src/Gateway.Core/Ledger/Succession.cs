namespace Gateway.Core.Ledger;

/// <summary>Finds what stands in the place of a complaint that was split or joined, or taken back.</summary>
internal static class Succession
{
    /// <summary>The first complaint that stands in the place of a discarded one, through splits, joins and their undoing; the row itself when none does.</summary>
    public static async Task<ComplaintRow> InPlaceOfAsync(this ILedger ledger, ComplaintRow row, CancellationToken ct)
    {
        if (row.State != ComplaintState.Discarded) return row;
        foreach (var kin in await ledger.LineageAsync(row.Number, ct))
        {
            // Its heir; or, of one that was taken back, whom it came from.
            var next = kin.Undone ? kin.Parent : kin.Child;
            if (next != row.Number && await ledger.FindAsync(next, ct) is { } other && await ledger.InPlaceOfAsync(other, ct) is { State: not ComplaintState.Discarded } heir) return heir;
        }

        return row;
    }

    /// <summary>The complaint that goes for a duplicate, and what stands in the place of that; the row itself when it is no duplicate.</summary>
    public static async Task<ComplaintRow> FirstAsync(this ILedger ledger, ComplaintRow row, CancellationToken ct)
    {
        var seen = new HashSet<string>();
        while (row is { State: ComplaintState.Duplicate, LinkTo: { } next } && seen.Add(row.Number) && await ledger.FindAsync(next, ct) is { } earlier) row = earlier;
        return await ledger.InPlaceOfAsync(row, ct);
    }

    /// <summary>Every complaint in whose place this one stands, however far, nearest first.</summary>
    public static async Task<IReadOnlyList<string>> AncestorsAsync(this ILedger ledger, string number, CancellationToken ct)
    {
        var found = new List<string>();
        var next = new Queue<string>([number]);
        while (next.TryDequeue(out var heir))
        {
            foreach (var parent in (await ledger.LineageAsync(heir, ct)).Where(kin => kin.Child == heir && !kin.Undone).Select(kin => kin.Parent))
            {
                if (parent == number || found.Contains(parent)) continue;
                found.Add(parent);
                next.Enqueue(parent);
            }
        }

        return found;
    }
}
