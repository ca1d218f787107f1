using Gateway.Core.Ledger;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Ledger;

// Splitting, joining, amending.
internal sealed partial class SimulatedLedger
{
    private readonly List<Lineage> lineage = [];
    private readonly HashSet<(string Number, string Key)> earlierKeys = [];

    public Task<MoveResult> RegroupAsync(Regrouping regrouping, CancellationToken ct) => Atomically(() =>
    {
        foreach (var move in regrouping.Moves) Demand(move);
        if (eventsById.ContainsKey(regrouping.Moves[0].Id)) return MoveResult.Done;
        if (!Breaks(LedgerFault.RegroupWithoutVersion) && regrouping.Moves.Any(IsStale)) return MoveResult.Stale;
        var leaving = regrouping.Moves.Where(move => move.To == S.Discarded).Select(move => move.Number).ToHashSet();
        if (regrouping.Undone.Any(kin => !lineage.Exists(known => known.Parent == kin.Parent && known.Child == kin.Child && !known.Undone))) return MoveResult.Stale;
        if (regrouping.Moves.Any(move => move is { From: S.Discarded, To: S.Held } && IsReplaced(move.Number, leaving))) return MoveResult.Replaced;
        foreach (var kin in regrouping.Undone) lineage[lineage.FindIndex(known => known.Parent == kin.Parent && known.Child == kin.Child)] = kin with { Undone = true };
        foreach (var move in regrouping.Moves.OrderBy(move => move.To == S.Held))
        {
            if (!LetsStand(regrouping, move)) Apply(complaints[move.Number], move);
        }

        foreach (var heir in regrouping.Heirs) Write(heir);
        return MoveResult.Done;
    });

    private bool IsStale(Move move) => !complaints.TryGetValue(move.Number, out var row) || row.State != move.From || row.Version != move.Version;

    private bool LetsStand(Regrouping regrouping, Move move) =>
        move.To == S.Discarded && Breaks(regrouping.Heirs.Count > 0 ? LedgerFault.SplitLetsBothStand : LedgerFault.UndoLetsBothStand);

    public Task<IReadOnlyList<Lineage>> LineageAsync(string number, CancellationToken ct) =>
        Atomically<IReadOnlyList<Lineage>>(() => [.. lineage.Where(kin => kin.Parent == number || kin.Child == number).OrderBy(kin => complaints[kin.Child].Position)]);

    public Task<MoveResult> ReviseAsync(ComplaintAmendment amendment, LedgerEvent happened, CancellationToken ct) => Atomically(() =>
        eventsById.ContainsKey(happened.Id) || Amend(amendment, state => happened with { From = state, To = state }) ? MoveResult.Done : MoveResult.Stale);

    public Task<IReadOnlyList<ComplaintRow>> AwaitedAsync(string channel, CancellationToken ct) => Atomically<IReadOnlyList<ComplaintRow>>(() =>
        [.. complaints.Values.Where(row => row.Asked is not null && row.State == S.Held && row.Channel == channel).OrderBy(row => row.Position)]);

    private void Write(Heir heir)
    {
        var (complaint, first) = (heir.Complaint, heir.Parents[0]);
        Write(complaint, first.ItemId, first.Channel, first.Agency, first.Reporter, first.Seen);
        complaints[complaint.Number] = complaints[complaint.Number] with { Asked = heir.Parents.Max(parent => parent.Asked) };
        Append(new LedgerEvent(complaint.EventId, complaint.Number, 1, heir.At, "recorded", null, S.Recorded, ActorKind.Person, heir.Actor, complaint.Doubts));
        owners[complaint.Number] = [.. heir.Parents.SelectMany(parent => owners[parent.Number]).Distinct()];
        foreach (var parent in heir.Parents)
        {
            lineage.Add(new Lineage(parent.Number, complaint.Number, heir.How));
            var item = items[parent.ItemId];
            if (!item.Numbers.Contains(complaint.Number)) items[item.Id] = item with { Numbers = [.. item.Numbers, complaint.Number] };
        }
    }

    private IEnumerable<string> Standing(string number) =>
        lineage.Where(kin => kin.Parent == number && !kin.Undone).ToList().SelectMany(kin => Standing(kin.Child)).Prepend(number);

    // An heir, or of one that was taken back, whom it came from; with all of them discarded nobody stands in its place.
    internal bool StandsElsewhere(string number)
    {
        var places = new List<string> { number };
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            foreach (var next in lineage.Where(kin => (kin.Undone ? kin.Child : kin.Parent) == place).Select(kin => kin.Undone ? kin.Parent : kin.Child))
                if (!places.Contains(next)) places.Add(next);
        }

        return places.Exists(place => place != number && complaints[place].State != S.Discarded);
    }

    // The same matter must not stand twice, however far apart the two are.
    private bool IsReplaced(string number, IReadOnlySet<string> leaving)
    {
        return lineage.Exists(kin => kin.Child == number && kin.Undone) || Far(number, kin => kin.Parent, kin => kin.Child).Concat(Far(number, kin => kin.Child, kin => kin.Parent))
            .Any(other => complaints[other].State != S.Discarded && !leaving.Contains(other));

        IEnumerable<string> Far(string from, Func<Lineage, string> near, Func<Lineage, string> far) =>
            lineage.Where(kin => !kin.Undone && near(kin) == from).Select(far).SelectMany(other => Far(other, near, far).Prepend(other));
    }

    private bool Amend(ComplaintAmendment amendment, Func<ComplaintState, LedgerEvent> happened)
    {
        if (!complaints.TryGetValue(amendment.Number, out var row)) return false;
        if (row.State is not (S.Held or S.Recorded) || (row.Version != amendment.Version && !Breaks(LedgerFault.AmendWithoutVersion))) return false;
        earlierKeys.Add((row.Number, Hex(row.ContentKey)));
        complaints[row.Number] = row with
        {
            Sealed = amendment.Sealed,
            Isi = amendment.MaskedIsi,
            Judul = amendment.MaskedJudul ?? row.Judul,
            Klasifikasi = amendment.Klasifikasi ?? row.Klasifikasi,
            ContentKey = amendment.ContentKey,
            Reasons = amendment.Reasons,
            Supervised = amendment.Supervised,
            Danger = amendment.Danger,
            Asked = amendment.Asked,
        };
        attachments[row.Number] = [.. attachments[row.Number], .. amendment.Attachments];
        Append(happened(row.State));
        return true;
    }
}
