namespace Gateway.Infrastructure.Ledger;

/// <summary>Walks over what was split and joined, however far.</summary>
internal static class Kinship
{
    /// <summary>What stands in the place of a complaint, and in the place of that, nearest first.</summary>
    public static IEnumerable<string> Children(LedgerSession session, string number) =>
        Walk(session, number, "SELECT child FROM lineage WHERE parent = @number AND undone = 0");

    /// <summary>In whose place a complaint stands, and in whose those did, nearest first.</summary>
    public static IEnumerable<string> Parents(LedgerSession session, string number) =>
        Walk(session, number, "SELECT parent FROM lineage WHERE child = @number AND undone = 0");

    /// <summary>Where a matter went, forth by what was split or joined and back by what was taken back, nearest first.</summary>
    public static IEnumerable<string> Places(LedgerSession session, string number) => Walk(
        session, number, "SELECT child FROM lineage WHERE parent = @number AND undone = 0 UNION SELECT parent FROM lineage WHERE child = @number AND undone = 1");

    // One look a complaint instead of one recursive statement: kin are few, and the dialects say recursion differently.
    private static IEnumerable<string> Walk(LedgerSession session, string from, string nearest)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { from };
        var next = new Queue<string>([from]);
        while (next.TryDequeue(out var number))
        {
            foreach (var kin in session.Query<string>(nearest, new { number }))
            {
                if (!found.Add(kin)) continue;
                next.Enqueue(kin);
                yield return kin;
            }
        }
    }
}
