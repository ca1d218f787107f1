using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// What a whole journal says of complaints that a restored ledger takes for delivered, or does not have at all. A number that was corrected since the
/// backup is corrected again: what is posted under the wrong one goes to a stranger's complaint.
/// </summary>
internal sealed class RestoreNumbers(ILedger ledger, IIdentifiers identifiers, TimeProvider time, Officer officer)
{
    /// <summary>Corrects what can be, and names the rest.</summary>
    /// <param name="since">Creates since the backup by tracking number.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<RestoreSums> ExecuteAsync(IReadOnlyDictionary<string, CreateSince> since, CancellationToken ct)
    {
        var lacking = new List<RestoredNumber>();
        var open = new List<RestoredNumber>();
        foreach (var (number, known) in since.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var row = await ledger.FindAsync(number, ct);
            if (row is null && (known.CentralId is not null || known.InDoubt) && TrackingNumber.TryRead(number, out _)) lacking.Add(await LackingAsync(number, since, ct));
            // A send that got no number speaks of none: when the ledger has one, it was found since.
            var speaks = known.IsContradicted || known.IsTypedInDoubt || (known.CentralId is { } id && id != row?.CentralId);
            if (row is { State: ComplaintState.Delivered } && speaks)
                open.Add(new RestoredNumber(number, row.CentralId, known.InDoubt ? null : known.CentralId));
        }

        var all = open.Count;
        // One may have the number that another is given: again, as long as any could be corrected.
        for (var before = -1; before != open.Count;)
        {
            before = open.Count;
            foreach (var wrong in open.ToList())
                if (await IsCorrectedAsync(wrong, ct)) open.Remove(wrong);
        }

        return new RestoreSums(0, 0, 0) { Renumbered = all - open.Count, Contradicted = open, Lacking = lacking };
    }

    private async Task<RestoredNumber> LackingAsync(string number, IReadOnlyDictionary<string, CreateSince> since, CancellationToken ct)
    {
        var known = since[number];
        if (known.CentralId is not null || known.FollowUpOf is not { } first) return new RestoredNumber(number, null, known.CentralId);
        var at = since.GetValueOrDefault(first)?.CentralId ?? (await ledger.FindAsync(first, ct))?.CentralId;
        return new RestoredNumber(number, null, null) { FollowUpOf = first, FollowUpAt = at };
    }

    private async Task<bool> IsCorrectedAsync(RestoredNumber wrong, CancellationToken ct)
    {
        if (wrong is not { InLedger: { } was, InJournal: { } id } || await ledger.FindAsync(wrong.Number, ct) is not { } row) return false;
        List<Reason> reasons = [new Reason(RenumberComplaint.From, was), new Reason("renumbered-to", id), new Reason("proved-by-journal")];
        var happened = new LedgerEvent(identifiers.NewId(), row.Number, row.Version + 1, time.GetUtcNow(), "renumbered", row.State, row.State, ActorKind.Restore, officer.Name, reasons);
        return await ledger.RenumberAsync(happened, was, id, ct) == MoveResult.Done;
    }
}
