using Gateway.Contracts;
using Gateway.Core.Duplicates;
using Gateway.Core.Ledger;

namespace Gateway.Core.Gates;

/// <summary>
/// The one list of gates, in order. All run and every reason is kept; the first that holds gives the headline. Derived values alone never
/// hold, so filling them is not a gate (<see cref="Intake.DerivedFields"/>).
/// </summary>
public static class GateList
{
    public static IReadOnlyList<Gate> InOrder { get; } =
    [
        new("berkadar", given => Accuses(given.Complaint)),
        new("duplicates", Duplicates),
        new("restored", given => given.Forgotten.Any(window => window.MayHold(given.Row)) ? [new Reason("came-before-restore")] : []),
        new("doubts", given => given.Doubts),
        new("substance", given => Unsubstantial(given.Complaint).Where(doubt => !given.Doubts.Any(known => known.Code == doubt.Code))),
        new("matters", Matters),
        new("registry", given => given.Channel is null ? [new Reason("channel-gone", given.Row.Channel)] : given.Destination is null ? [new Reason("destination-gone", given.Row.Destination)] : []),
        new("codes", given => given.Destination is { } destination ? UnmappedCodes.Of(given.Complaint, destination.Codes) : []),
        new("files", given => given.Unsendable),
        new("policy", given => given.Channel is { Policy: ChannelPolicy.Review } ? [new Reason("review")] : []),
        new("batch", given => given.Round is { } round && round.Complaints > given.BatchLimit ? [new Reason("batch", $"{round.Complaints}")] : []),
    ];

    /// <summary>Every reason of every gate, in order.</summary>
    public static IReadOnlyList<Reason> Judge(GateCase given) => Judge(given, InOrder);

    /// <summary>The same of gates that somebody put together.</summary>
    internal static IReadOnlyList<Reason> Judge(GateCase given, IReadOnlyList<Gate> gates) => [.. gates.SelectMany(gate => gate.Judge(given))];

    /// <summary>What the words of a complaint alone hold it for, before anything else is known of it.</summary>
    public static IEnumerable<Reason> WordsThatHold(Complaint complaint) => [.. Accuses(complaint), .. Unsubstantial(complaint), .. Several(complaint)];

    /// <summary>What the words of a complaint mark it with; it holds nothing.</summary>
    public static IEnumerable<Reason> WordsThatMark(Complaint complaint) =>
        Danger.Hit($"{complaint.Judul}\n{complaint.Isi}") is { } word ? [new Reason("danger-to-life", word)] : [];

    /// <summary>
    /// The earlier complaint this one is linked to: the same by somebody else goes on and is counted with it. Null when there is none. A link
    /// leads back in the ledger, never on: two that name each other would stand for nobody.
    /// </summary>
    public static ComplaintRow? Link(GateCase given)
    {
        var earlier = Alike(given).Where(found => !IsLater(given, found.Row)).ToList();
        // Rather one that is counted with no other.
        return earlier.Find(found => found.IsSure && ByTheSame(given, found.Row)).Row
            ?? earlier.Find(found => found.Row.LinkTo is null).Row
            ?? earlier.FirstOrDefault().Row;
    }

    // Where a life may be in danger no word list makes anybody wait; who accuses says enough, and waits for that.
    private static IEnumerable<Reason> Unsubstantial(Complaint complaint) =>
        Substance.Doubt($"{complaint.Judul}\n{complaint.Isi}", complaint.Lokasi is not null) is { } doubt && !WordsThatMark(complaint).Any() && !Accuses(complaint).Any() ? [doubt] : [];

    // Two people may tell the same: only the same person, or nobody known, is held. What is only likely holds nobody.
    private static IEnumerable<Reason> Duplicates(GateCase given)
    {
        foreach (var (row, code, isSure) in Alike(given))
        {
            if (!isSure || !ByTheSame(given, row)) continue;
            yield return new Reason(IsLater(given, row) ? HeldAsSame.AsLater : code, row.Number);
            yield break;
        }
    }

    private static bool ByTheSame(GateCase given, ComplaintRow earlier) => earlier.Reporter == given.Row.Reporter || earlier.Reporter is null || given.Row.Reporter is null;

    // It was judged before, so it goes or waits already: a round may be long, and a single post does not wait for its end.
    private static bool IsLater(GateCase given, ComplaintRow other) => other.Position > given.Row.Position;

    // First those that stand for themselves, and of them the earlier ones; the same words tell it surely. A part of a split was looked at by
    // the person who split it.
    private static IEnumerable<(ComplaintRow Row, string Code, bool IsSure)> Alike(GateCase given) =>
        given.Earlier.Where(earlier => earlier.State is not (ComplaintState.Discarded or ComplaintState.Duplicate)).Select(earlier => (earlier, HeldAsSame.Content, true))
            .Concat(given.Doubts.Any(doubt => doubt.Code is "split-from" or "joined-from") ? [] : given.Near.Select(near => (near.First, near.Code, near.IsSure)))
            .OrderBy(found => HeldAsSame.Is(found.Item1)).ThenBy(found => IsLater(given, found.Item1));

    // A part of a split, or what a person joined, was looked at already.
    private static IEnumerable<Reason> Matters(GateCase given) =>
        given.Doubts.Any(doubt => doubt.Code is "split-from" or "joined-from") ? [] : Several(given.Complaint);

    private static IEnumerable<Reason> Accuses(Complaint complaint) =>
        Berkadar.Hit($"{complaint.Judul}\n{complaint.Isi}") is { } word ? [new Reason("berkadar-pengawasan", word)] : [];

    private static IEnumerable<Reason> Several(Complaint complaint) =>
        complaint.Isi.Length > SeveralMatters.Longest ? [new Reason("too-long-to-judge", $"{complaint.Isi.Length}")]
        : SeveralMatters.In(complaint.Isi) is { Count: > 0 } parts ? [new Reason("several-matters", string.Join(", ", parts.Select(part => part.Topic)))] : [];
}
