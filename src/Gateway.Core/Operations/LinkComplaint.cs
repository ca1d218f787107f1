using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer says how a complaint belongs to an earlier one: it is the same (duplicate), it goes as a follow-up of it, or both stand and
/// know of each other (related). Nothing is deleted: holding a duplicate again takes it back, and what is related is undone.
/// </summary>
public sealed class LinkComplaint(ILedger ledger, MoveComplaint move, StartTask tasks, IRegistrySource registry, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>Both stay.</summary>
    public async Task<OperationResult> RelatedAsync(string number, string other, Officer officer, CancellationToken ct)
    {
        var (row, first, refusal) = await BothAsync(number, other, officer, ct);
        if (row is null || first is null) return refusal;
        // One of them would show whoever may see it that there is another.
        if (row.Supervised != first.Supervised) return new OperationResult(false, "other-supervision", number);
        var (later, earlier) = InOrder(row, first);
        // What a duplicate names is whom it stands behind.
        if (later.State == ComplaintState.Duplicate) return new OperationResult(false, "link-of-duplicate", later.Number) { About = later.Number };
        if (IsGone(earlier)) return new OperationResult(false, "link-to-gone", earlier.Number);
        // What the gates found is counted; whoever linked it may mend it.
        if (await IsByGatesAsync(later, ct)) return new OperationResult(false, later.LinkTo == earlier.Number ? "linked-already" : "linked-by-gates", later.LinkTo) { About = later.Number };
        return await NoteAsync(later, earlier, "linked", officer, new Reason("linked-related", earlier.Number), ct);
    }

    /// <summary>They are not related after all: the later one is counted as the gates found it, or with none. Takes the numbers in either order.</summary>
    public async Task<OperationResult> UnrelateAsync(string number, string other, Officer officer, CancellationToken ct)
    {
        var (row, first, refusal) = await BothAsync(number, other, officer, ct);
        if (row is null || first is null) return refusal;
        var (later, earlier) = InOrder(row, first);
        if (later.LinkTo != earlier.Number) return new OperationResult(false, "not-linked", earlier.Number);
        if (later.State == ComplaintState.Duplicate) return new OperationResult(false, "link-of-duplicate", later.Number) { About = later.Number };
        if (await IsByGatesAsync(later, ct)) return new OperationResult(false, "linked-by-gates", later.LinkTo!) { About = later.Number };
        return await NoteAsync(later, null, "unlinked", officer, new Reason("unlinked-related", earlier.Number), ct);
    }

    /// <summary>It is the same: it does not go.</summary>
    public async Task<OperationResult> DuplicateAsync(string number, string other, Officer officer, CancellationToken ct)
    {
        var (row, first, refusal) = await OfEarlierAsync(number, other, officer, ct);
        if (row is null || first is null) return refusal;
        return await move.ExecuteAsync(
            number, ComplaintState.Duplicate, officer, "linked-duplicate",
            wish => wish with { LinkTo = first.Number, Reasons = officer.Saying(new Reason("linked-duplicate", first.Number)) }, null, ct);
    }

    /// <summary>Its words go as a follow-up of the other, once that is at the centre.</summary>
    public async Task<OperationResult> FollowUpAsync(string number, string other, Officer officer, CancellationToken ct)
    {
        var (row, first, refusal) = await OfEarlierAsync(number, other, officer, ct);
        if (row is null || first is null) return refusal;
        if (!Moves.Allows(row.State, ComplaintState.Duplicate, ActorKind.Person))
            return new OperationResult(false, "not-allowed", number) { From = row.State, To = ComplaintState.Duplicate };
        if (registry.Current.Destination(first.Destination) is not { } destination) return new OperationResult(false, "no-destination", first.Destination);
        var reasons = officer.Saying(new Reason("linked-followup", first.Number));
        var wish = Move.Of(row, ComplaintState.Duplicate, identifiers.NewId(), ActorKind.Person, officer.Name, reasons, time.GetUtcNow()) with { LinkTo = first.Number };
        return await tasks.PostComplaintAsync(row, first, destination, wish, officer, ct);
    }

    // What is itself a duplicate or goes nowhere carries nobody.
    private static bool IsGone(ComplaintRow row) => row.State is ComplaintState.Duplicate or ComplaintState.Discarded;

    // The later one names the earlier, so that links never go round in a circle.
    private static (ComplaintRow Later, ComplaintRow Earlier) InOrder(ComplaintRow one, ComplaintRow other) => one.Position > other.Position ? (one, other) : (other, one);

    // A node of an older version that works beside this one notes no origin; its gates' links no person's event tells of.
    private async Task<bool> IsByGatesAsync(ComplaintRow later, CancellationToken ct) => later.IsLinkedByGates
        || (later is { LinkTo: not null, LinkFound: null } && !(await ledger.EventsAsync(later.Number, ct)).Any(happened => happened.By == ActorKind.Person && (happened.Kind == "linked" || happened.To == ComplaintState.Duplicate)));

    private async Task<OperationResult> NoteAsync(ComplaintRow later, ComplaintRow? earlier, string kind, Officer officer, Reason reason, CancellationToken ct)
    {
        var happened = new LedgerEvent(
            identifiers.NewId(), later.Number, later.Version + 1, time.GetUtcNow(), kind, later.State, later.State, ActorKind.Person, officer.Name, officer.Saying(reason));
        return await ledger.LinkAsync(happened, earlier, ct) ? OperationResult.Ok : new OperationResult(false, "changed-meanwhile", later.Number);
    }

    private async Task<(ComplaintRow? Row, ComplaintRow? First, OperationResult Refusal)> OfEarlierAsync(string number, string other, Officer officer, CancellationToken ct)
    {
        var (row, first, refusal) = await BothAsync(number, other, officer, ct);
        if (row is null || first is null) return (null, null, refusal);
        if (row.Supervised != first.Supervised) return (null, null, new OperationResult(false, "other-supervision", number));
        if (IsGone(first)) return (null, null, new OperationResult(false, "link-to-gone", other));
        return first.Position < row.Position ? (row, first, OperationResult.Ok) : (null, null, new OperationResult(false, "link-to-later", other));
    }

    private async Task<(ComplaintRow? Row, ComplaintRow? First, OperationResult Refusal)> BothAsync(string number, string other, Officer officer, CancellationToken ct)
    {
        if (number == other) return (null, null, new OperationResult(false, "one-number", number));
        if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return (null, null, new OperationResult(false, "not-found", number));
        if (await ledger.FindAsync(other, ct) is not { } first || !officer.MaySee(first)) return (null, null, new OperationResult(false, "not-found", other));
        return officer.Read is { } read && read != row.Version ? (null, null, new OperationResult(false, "changed-since", number)) : (row, first, OperationResult.Ok);
    }
}
