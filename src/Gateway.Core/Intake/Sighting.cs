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

    /// <summary>True when only its new words are a complaint of their own, though they follow one.</summary>
    public bool IsApart { get; init; }

    /// <summary>The complaint that it follows all the same; null when it is not apart.</summary>
    public string? GoesOnFrom { get; init; }

    /// <summary>True for a post under an Idempotency-Key: only there can a key turn up with other content.</summary>
    public static bool PromisesItsKeyOnce(Translation translation) => translation.KeyParts is ["form", "key", ..];

    /// <summary>The same item, kept for a person instead.</summary>
    public Sighting Stopped(Reason why) => this with { Outcome = ItemOutcome.Quarantined, Reasons = [why], Follows = null, IsApart = false };

    public static Sighting Judge(
        ArrivalRow arrival, Translation translation, IReadOnlyList<SeenLine> lines, byte[]? contentKey, KnownItem? known, KnownItem? reuse)
    {
        // A greeting that was ignored in an earlier export may stand before the messages that became a complaint.
        var earlier = lines.Select(line => line.Item).OfType<KnownItem>().ToArray();
        var seen = earlier.FirstOrDefault(item => item.Number is not null) ?? earlier.FirstOrDefault();
        var newMarks = lines.SelectMany(line => line.NewMarks).ToArray();
        var fresh = Enumerable.Range(0, lines.Count).Where(i => !lines[i].IsKnown && translation.MarkTexts[i].Length > 0).ToArray();
        if (seen is not null && fresh.Length == 0) return Repeat(translation, seen) with { NewMarks = newMarks };

        if (seen is { Number: not null } && translation.Outcome == ItemOutcome.Complaint)
        {
            var words = string.Join('\n', fresh.Select(i => translation.MarkTexts[i]));
            Reason[] why = [.. Why(fresh, lines, edited: false, "group-grew"), .. Why(fresh, lines, edited: true, "message-edited")];
            return new Sighting(ItemOutcome.FollowUp, why, null, newMarks, seen.Number, words);
        }

        if (lines.Count == 0 && known is not null && IsSame(arrival, translation, known))
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

    private static IEnumerable<Reason> Why(int[] fresh, IReadOnlyList<SeenLine> lines, bool edited, string code) =>
        fresh.Any(i => lines[i].IsEdited == edited) ? [new Reason(code)] : [];

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
