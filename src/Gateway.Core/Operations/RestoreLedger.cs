using System.Collections.Immutable;
using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>
/// Makes a restored ledger safe before anything runs on it: every destination is paused, and what is not delivered by what it knows is
/// unknown, unless the delivery journal settles it.
/// </summary>
public sealed class RestoreLedger(ILedger ledger, IIdentifiers identifiers, TimeProvider time)
{
    /// <summary>Code of the reason for which a complaint is unknown.</summary>
    public const string Code = "restored";

    /// <summary>Reason that its words went as a follow-up of another since the backup: no list of complaints shows them.</summary>
    public const string Posted = "posted-since-backup";

    private const int Page = 250;

    private static readonly ImmutableArray<ComplaintState> NotDelivered = [.. Enum.GetValues<ComplaintState>().Where(state => state != ComplaintState.Delivered)];

    /// <summary>Marks everything.</summary>
    /// <param name="made">When the backup was made.</param>
    /// <param name="since">Creates since then by tracking number, when a whole journal tells; null when none does.</param>
    /// <param name="officer">Who restores.</param>
    /// <param name="ct">Stops it; it is begun anew then, on a new copy.</param>
    public async Task<RestoreSums> ExecuteAsync(DateTimeOffset made, IReadOnlyDictionary<string, CreateSince>? since, Officer officer, CancellationToken ct)
    {
        foreach (var destination in await ledger.DestinationsAsync(ct))
            await ledger.WriteAsync(DestinationRules.Paused(destination, new Reason(Code, officer.Name)), ct);
        await new RestoreWindow(made, time.GetUtcNow()) { By = officer.Name }.NoteAsync(ledger, ct);

        // First: the number that a complaint gives up may be that which another one proves.
        var sums = since is null ? new RestoreSums(0, 0, 0) : await new RestoreNumbers(ledger, identifiers, time, officer).ExecuteAsync(since, ct);
        var query = new ComplaintQuery { States = NotDelivered, Limit = Page };
        while (await ledger.ListAsync(query, ct) is { Count: > 0 } rows)
        {
            // Together, so that a page is a commit or two.
            foreach (var one in await Task.WhenAll(rows.Select(row => MarkAsync(row, since, officer, ct))))
                sums = sums.Plus(one);
            query = query with { After = rows[^1].Position };
        }

        var tasks = new RestoreTasks(ledger, identifiers, time, officer);
        await tasks.DoubtAsync(ct);
        if (since is not null) await tasks.HandedOnAsync(since, ct);
        return sums;
    }

    /// <summary>The state from which a restore made a complaint unknown, and when; null when none did.</summary>
    /// <param name="events">Of the complaint, in order.</param>
    public static (ComplaintState From, DateTimeOffset At)? Before(IEnumerable<LedgerEvent> events) =>
        events.LastOrDefault(happened => happened is { Kind: "moved", To: ComplaintState.Unknown }) is { By: ActorKind.Restore, From: { } from } restored ? (from, restored.At) : null;

    private async Task<RestoreSums> MarkAsync(ComplaintRow row, IReadOnlyDictionary<string, CreateSince>? since, Officer officer, CancellationToken ct)
    {
        var known = since?.GetValueOrDefault(row.Number);
        if (since is not null && known is null or { InDoubt: false, CentralId: null }) return new RestoreSums(0, 0, 1);
        // Its own task is in doubt and finds it at the centre.
        if (row.State == ComplaintState.Duplicate && known?.FollowUpOf is { } same && row.LinkTo == same) return new RestoreSums(0, 0, 1);
        if (row.State != ComplaintState.Unknown)
        {
            var doubt = Moving(row, ComplaintState.Unknown, ActorKind.Restore, officer.Name, new Reason(Code, officer.Why));
            await MoveAsync(known?.FollowUpOf is { } first ? doubt with { Reasons = [.. doubt.Reasons, new Reason(Posted, first)] } : doubt, ct);
        }

        if (known?.CentralId is not { } id) return new RestoreSums(1, 0, 0);
        var unknown = await ledger.FindAsync(row.Number, ct) ?? row;
        var proof = Moving(unknown, ComplaintState.Delivered, ActorKind.Proof, "delivery-journal", new Reason("proved-by-journal")) with { CentralId = id };
        // An id that another has is a matter for a person, as always.
        return await MoveAsync(proof, ct) == MoveResult.Done ? new RestoreSums(0, 1, 0) : new RestoreSums(1, 0, 0);
    }

    private async Task<MoveResult> MoveAsync(Move move, CancellationToken ct)
    {
        var result = await ledger.MoveAsync(move, ct);
        return result is MoveResult.Stale or MoveResult.Replaced
            ? throw new InvalidOperationException($"'{move.Number}' could not be marked ({result}). Nobody else may use a ledger that is being restored.")
            : result;
    }

    private Move Moving(ComplaintRow row, ComplaintState to, ActorKind by, string actor, Reason reason) =>
        Move.Of(row, to, identifiers.NewId(), by, actor, [reason], time.GetUtcNow());
}
