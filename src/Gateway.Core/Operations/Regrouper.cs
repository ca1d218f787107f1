using Gateway.Contracts;
using Gateway.Core.Identity;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;

namespace Gateway.Core.Operations;

/// <summary>
/// The common ground of split and join: complaints take the place of others in one transaction, and give it back. At no moment does a
/// matter stand twice or not at all.
/// </summary>
public sealed class Regrouper(ILedger ledger, IPayloadStore payloads, IVault vault, IIdentifiers identifiers, TimeProvider time)
{
    private readonly ComplaintReader reader = new(vault);
    private readonly ComplaintSealing sealing = new(payloads, vault, identifiers);

    /// <summary>The complaint, if the officer may see it.</summary>
    public async Task<ComplaintRow?> FindAsync(string number, Officer officer, CancellationToken ct) =>
        await ledger.FindAsync(number, ct) is { } row && officer.MaySee(row) ? row : null;

    /// <summary>Its words with its files, and who wrote it.</summary>
    internal async Task<(Complaint Complaint, Reporter? Reporter)> OpenAsync(ComplaintRow row, CancellationToken ct)
    {
        var files = await ledger.AttachmentsAsync(row.Number, ct);
        var complaint = reader.Open(row);
        var person = await reader.ReporterAsync(ledger, row, ct);
        return (complaint with { Lampiran = [.. complaint.Lampiran.Zip(files, (named, kept) => named with { Content = payloads.Open(kept.Payload, row.WrappedKey) })] }, person);
    }

    /// <summary>Puts complaints in the place of held ones.</summary>
    /// <returns>What came of it, and the new numbers.</returns>
    internal async Task<(OperationResult Result, IReadOnlyList<string> Numbers)> ReplaceAsync(
        string how, IReadOnlyList<ComplaintRow> parents, IReadOnlyList<Complaint> complaints, Officer officer, CancellationToken ct)
    {
        if (parents.FirstOrDefault(row => row.State != ComplaintState.Held) is { } moved)
            return (new OperationResult(false, "not-allowed", moved.Number) { From = moved.State, To = ComplaintState.Discarded }, []);
        if (complaints.Any(TextLimit.IsExceededBy)) return (new OperationResult(false, "text-too-long", parents[0].Number), []);
        var now = time.GetUtcNow();
        var reporter = parents[0].Reporter is { } id ? await ledger.ReporterAsync(id, ct) : null;
        var heirs = new List<Heir>();
        foreach (var complaint in complaints)
        {
            IReadOnlyList<Reason> doubts = [new Reason(how == "split" ? "split-from" : "joined-from", string.Join(", ", parents.Select(row => row.Number))), .. Lasting(parents)];
            var entry = await sealing.NewAsync(
                complaint, reporter is null ? null : reader.Open(reporter), reporter?.WrappedKey ?? vault.NewKey(), parents[0].Destination, doubts, ct);
            // What was judged to accuse stays so, whatever part of it is looked at.
            heirs.Add(new Heir(how, parents, entry with { Supervised = entry.Supervised || parents.Any(row => row.Supervised) }, officer.Name, now));
        }

        IReadOnlyList<string> numbers = [.. heirs.Select(heir => heir.Complaint.Number)];
        var moves = parents.Select(row => Move(row, ComplaintState.Discarded, officer, new Reason(how, string.Join(", ", numbers)), now)).ToList();
        return (Told(await ledger.RegroupAsync(new Regrouping(moves, heirs, []), ct), parents[0].Number), numbers);
    }

    /// <summary>Gives the place back: by the number of one that went, or of one that came.</summary>
    internal async Task<OperationResult> UndoAsync(string how, string number, Officer officer, CancellationToken ct)
    {
        if (await FindAsync(number, officer, ct) is null) return new OperationResult(false, "not-found", number);
        var family = await FamilyAsync(how, number, ct);
        if (family.Count == 0) return new OperationResult(false, "nothing-to-undo", number);
        var now = time.GetUtcNow();
        var because = new Reason(how + "-undone", officer.Why);
        var moves = new List<Move>();
        foreach (var child in await RowsAsync(family.Select(kin => kin.Child), ct))
        {
            if (!officer.MaySee(child)) return new OperationResult(false, "not-found", number);
            if (child.State is not (ComplaintState.Held or ComplaintState.Discarded)) return new OperationResult(false, "part-has-left", child.Number);
            // What was added to it meanwhile - an answer, an officer's words, what followed after it had left - would go with it.
            if ((await ledger.EventsAsync(child.Number, ct)).Any(happened => happened.Kind is "amended" or "followed-up")) return new OperationResult(false, "part-has-grown", child.Number);
            if (child.State == ComplaintState.Held) moves.Add(Move(child, ComplaintState.Discarded, officer, because, now));
        }

        foreach (var parent in await RowsAsync(family.Select(kin => kin.Parent), ct))
        {
            if (parent.State != ComplaintState.Discarded) return new OperationResult(false, "nothing-to-undo", parent.Number);
            var before = (await HeldReasons.OfAsync(ledger, parent.Number, ct)).Where(reason => reason.Code != because.Code);
            var back = Move(parent, ComplaintState.Held, officer, because, now);
            moves.Add(back with { Reasons = [.. back.Reasons, .. before] });
        }

        return Told(await ledger.RegroupAsync(new Regrouping(moves, [], family), ct), number);
    }

    /// <summary>The split or join that stands and to which a number belongs: every pair of it; empty when there is none.</summary>
    private async Task<IReadOnlyList<Lineage>> FamilyAsync(string how, string number, CancellationToken ct)
    {
        async Task<List<Lineage>> Near(string of) => [.. (await ledger.LineageAsync(of, ct)).Where(kin => kin.How == how && !kin.Undone)];
        var near = await Near(number);
        if (near.Count == 0) return [];
        // A split has one parent and its children, a join one child and its parents.
        var isParent = near.Exists(kin => kin.Parent == number);
        return how == "split"
            ? [.. (await Near(isParent ? number : near[0].Parent)).Where(kin => kin.Parent == (isParent ? number : near[0].Parent))]
            : [.. (await Near(isParent ? near[0].Child : number)).Where(kin => kin.Child == (isParent ? near[0].Child : number))];
    }

    private async Task<IReadOnlyList<ComplaintRow>> RowsAsync(IEnumerable<string> numbers, CancellationToken ct)
    {
        var rows = new List<ComplaintRow>();
        foreach (var number in numbers.Distinct())
            if (await ledger.FindAsync(number, ct) is { } row) rows.Add(row);
        return rows;
    }

    // What was to be looked at in the old one is to be looked at in the new; what the gates or the desk gave, they give again.
    private static IEnumerable<Reason> Lasting(IReadOnlyList<ComplaintRow> parents) => parents.SelectMany(row => row.Reasons)
        .Where(reason => reason.Code is not ("several-matters" or "review" or "batch" or "berkadar-pengawasan" or "split-from" or "joined-from" or "split-undone" or "joined-undone"
            or "officer-says" or "held-by-officer" or "code-not-mapped"))
        .Distinct();

    private Move Move(ComplaintRow row, ComplaintState to, Officer officer, Reason because, DateTimeOffset now) => new()
    {
        Id = identifiers.NewId(),
        Number = row.Number,
        From = row.State,
        To = to,
        Version = row.Version,
        By = ActorKind.Person,
        Actor = officer.Name,
        Reasons = because.Detail == officer.Why ? [because] : officer.Saying(because),
        At = now,
    };

    private static OperationResult Told(MoveResult result, string number) => result switch
    {
        MoveResult.Done => OperationResult.Ok,
        MoveResult.Replaced => new OperationResult(false, "stands-elsewhere", number),
        _ => new OperationResult(false, "changed-meanwhile", number),
    };
}
