using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// Our complaints of one destination beside a list of what the centre has, compared both ways. It decides nothing: what may be settled by
/// it, a person settles. Pure.
/// </summary>
public sealed record Reconciliation
{
    /// <summary>Delivered by us, and in the list under the same number.</summary>
    public required int Agreed { get; init; }

    /// <summary>Unknown with us, and there: they can be settled as delivered.</summary>
    public required IReadOnlyList<(ComplaintRow Row, string CentralId)> Arrived { get; init; }

    /// <summary>There, though by our ledger they were never taken: typed by hand, or sent before a restore.</summary>
    public required IReadOnlyList<(ComplaintRow Row, string CentralId)> Unexpected { get; init; }

    /// <summary>Delivered by us under one number, there under another.</summary>
    public required IReadOnlyList<(ComplaintRow Row, string CentralId)> OtherNumber { get; init; }

    /// <summary>Unknown with us, and not in the list.</summary>
    public required IReadOnlyList<ComplaintRow> NotSeen { get; init; }

    /// <summary>Unknown with us, and nowhere by its marker, but rows bear its number, its title or its words: only a person can tell.</summary>
    public required IReadOnlyList<(ComplaintRow Row, IReadOnlyList<string> CentralIds)> Alike { get; init; }

    /// <summary>Rows that end with a marker of ours. Without one nobody knows whether the list shows the texts at all, and no absence can be seen.</summary>
    public required int Marked { get; init; }

    /// <summary>Delivered by us, and not in the list.</summary>
    public required IReadOnlyList<ComplaintRow> Missing { get; init; }

    /// <summary>There more than once, with all their numbers.</summary>
    public required IReadOnlyList<(string Number, IReadOnlyList<string> CentralIds)> Doubled { get; init; }

    /// <summary>They bear a marker that this ledger does not know.</summary>
    public required IReadOnlyList<CentreRow> NotOurs { get; init; }

    /// <summary>Rows whose marker is not clear: several tracking numbers in one row, one number of the centre for several, or a marker under words that are not ours. They settle nothing.</summary>
    public required IReadOnlyList<CentreRow> Doubtful { get; init; }

    /// <summary>Our delivered complaints that stand in the list without their marker: its texts are cut, so that no absence can be seen.</summary>
    public required int Cut { get; init; }

    // What an officer typed in words of his own and reported under this number agrees.
    private static bool IsUnderOtherWords(CentreRow listed, Dictionary<string, ComplaintRow> known) =>
        listed.Number is { } number && known.TryGetValue(number, out var row) && !(row.State == ComplaintState.Delivered && row.CentralId == listed.CentralId)
        && !listed.Cells.Any(cell => CentreText.Holds(cell, row.Isi));

    /// <summary>Compares.</summary>
    /// <param name="list">The centre's rows.</param>
    /// <param name="ours">Every complaint of the destination that this person may see.</param>
    /// <param name="isOurs">Whether the ledger knows a number; what may not be seen is known too, and is not named.</param>
    public static Reconciliation Of(IReadOnlyList<CentreRow> list, IReadOnlyList<ComplaintRow> ours, Func<string, bool> isOurs)
    {
        var mixed = list.Where(row => row.Number is not null).GroupBy(row => row.CentralId, StringComparer.Ordinal)
            .Where(same => same.Select(row => row.Number).Distinct(StringComparer.Ordinal).Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        var known = ours.ToDictionary(row => row.Number, StringComparer.Ordinal);
        List<CentreRow> doubtful = [.. list.Where(row => row.Numbers.Count > 1 || mixed.Contains(row.CentralId) || IsUnderOtherWords(row, known))];
        var clear = list.Except(doubtful).ToList();
        var marked = clear.Where(row => row.Number is not null).ToLookup(row => row.Number!, row => row.CentralId, StringComparer.Ordinal);
        // What is named at all, however unclear, is not absent.
        var named = list.SelectMany(row => row.Numbers).ToHashSet(StringComparer.Ordinal);
        var numbers = list.Select(row => row.CentralId).ToHashSet(StringComparer.Ordinal);
        var found = ours.Where(row => marked.Contains(row.Number)).Select(row => (Row: row, Ids: marked[row.Number].Distinct(StringComparer.Ordinal).ToList())).ToList();
        var single = found.Where(pair => pair.Ids.Count == 1).Select(pair => (pair.Row, CentralId: pair.Ids[0])).ToList();
        var delivered = ours.Where(row => row.State == ComplaintState.Delivered).ToList();
        var unmarked = new UnmarkedRows(list);
        var unseen = ours.Where(row => row.State == ComplaintState.Unknown && !named.Contains(row.Number)).Select(row => (Row: row, CentralIds: unmarked.Of(row))).ToList();
        return new Reconciliation
        {
            Agreed = delivered.Count(row => numbers.Contains(row.CentralId!)),
            Arrived = [.. single.Where(pair => pair.Row.State == ComplaintState.Unknown)],
            Unexpected = [.. single.Where(pair => pair.Row.State is not (ComplaintState.Unknown or ComplaintState.Delivered))],
            OtherNumber = [.. single.Where(pair => pair.Row.State == ComplaintState.Delivered && pair.Row.CentralId != pair.CentralId)],
            NotSeen = [.. unseen.Where(pair => pair.CentralIds.Count == 0).Select(pair => pair.Row)],
            Alike = [.. unseen.Where(pair => pair.CentralIds.Count > 0)],
            Marked = list.Count(row => row.Numbers.Any(isOurs)),
            Missing = [.. delivered.Where(row => !numbers.Contains(row.CentralId!) && !named.Contains(row.Number))],
            Doubled = [.. found.Where(pair => pair.Ids.Count > 1).Select(pair => (pair.Row.Number, (IReadOnlyList<string>)pair.Ids))],
            Doubtful = doubtful,
            Cut = list.Where(row => row.Numbers.Count == 0).Select(row => row.CentralId).Intersect(delivered.Select(row => row.CentralId!), StringComparer.Ordinal).Count(),
            NotOurs = [.. clear.Where(row => row.Number is { } number && !isOurs(number))],
        };
    }
}
