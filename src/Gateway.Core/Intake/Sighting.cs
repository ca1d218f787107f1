using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Core.Intake;

/// <summary>
/// The verdict on one translation, knowing what the ledger has: new, grown, repeated, too old, or a key used twice. (Idempotent Receiver)
/// Pure.
/// </summary>
/// <param name="Outcome">Outcome of the item.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Occurrence">Which of equal keys it is; null for a repeat.</param>
/// <param name="NewMarks">Marks of chat messages to remember.</param>
/// <param name="Follows">Complaint it repeats or follows.</param>
/// <param name="NewText">Words that are new when a chat group grew.</param>
internal sealed record Sighting(
    ItemOutcome Outcome, IReadOnlyList<Reason> Reasons, int? Occurrence, IReadOnlyList<byte[]> NewMarks, string? Follows, string NewText)
{
    /// <summary>True when it stands under its key and content together, because the key alone belongs to another item.</summary>
    public bool Reuses { get; private init; }

    /// <summary>True for a post under an Idempotency-Key: only there can a key turn up with other content.</summary>
    public static bool PromisesItsKeyOnce(Translation translation) => translation.KeyParts is ["form", "key", ..];

    public static Sighting Judge(
        ArrivalRow arrival, Translation translation, byte[][] marks, byte[]? contentKey, KnownItem? known, KnownItem? reuse, Dictionary<string, KnownItem> knownMarks)
    {
        var fresh = Enumerable.Range(0, marks.Length).Where(i => !knownMarks.ContainsKey(Convert.ToHexString(marks[i]))).ToArray();
        // A greeting that was ignored in an earlier export may stand before the messages that became a complaint.
        var earlier = marks.Select(mark => knownMarks.GetValueOrDefault(Convert.ToHexString(mark))).OfType<KnownItem>().ToArray();
        var seen = earlier.FirstOrDefault(item => item.Number is not null) ?? earlier.FirstOrDefault();
        if (seen is not null && fresh.Length == 0) return Repeat(translation, seen);

        var newMarks = fresh.Select(i => marks[i]).ToArray();
        if (seen is { Number: not null } && translation.Outcome == ItemOutcome.Complaint)
        {
            var words = string.Join('\n', fresh.Select(i => translation.MarkTexts[i]));
            return new Sighting(ItemOutcome.FollowUp, [new Reason("group-grew")], null, newMarks, seen.Number, words);
        }

        if (marks.Length == 0 && known is not null && IsSame(arrival, translation, known))
        {
            if (!IsReusedKey(translation, contentKey, known)) return Repeat(translation, known);
            IReadOnlyList<Reason> why = [new Reason("idempotency-key-reused")];
            return reuse is null
                ? new Sighting(ItemOutcome.Quarantined, why, 0, [], null, "") { Reuses = true }
                : new Sighting(ItemOutcome.Repeat, why, null, [], reuse.Number, "");
        }

        var occurrence = known is null ? 0 : known.Occurrence + 1;
        return IsTooOld(arrival, translation)
            ? new Sighting(ItemOutcome.Ignored, [new Reason("before-cut-over")], occurrence, newMarks, null, "")
            : new Sighting(translation.Outcome, translation.Reasons, occurrence, newMarks, null, "");
    }

    private static Sighting Repeat(Translation translation, KnownItem known) => new(
        ItemOutcome.Repeat,
        [new Reason("already-taken"), .. translation.Outcome == ItemOutcome.Complaint ? [] : translation.Reasons],
        null,
        [],
        known.Number,
        "");

    // A file taken in again is the same file, however late; only a live post means it again after the window.
    private static bool IsSame(ArrivalRow arrival, Translation translation, KnownItem known) =>
        arrival.Round is not null || translation.RepeatWithin is not { } window || arrival.Seen - known.Seen <= window;

    // A key the sender promised to use once, with other words under it: neither can be dropped.
    private static bool IsReusedKey(Translation translation, byte[]? contentKey, KnownItem known) =>
        PromisesItsKeyOnce(translation)
        && !(contentKey ?? []).AsSpan().SequenceEqual(known.ContentKey ?? []);

    private static bool IsTooOld(ArrivalRow arrival, Translation translation) =>
        arrival.CutOver is { } cutOver
        && (translation.Received ?? arrival.Received ?? translation.Complaints.FirstOrDefault()?.Written) is { } received
        && received < cutOver;
}
