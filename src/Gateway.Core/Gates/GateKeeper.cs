using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core.Attachments;
using Gateway.Core.Connectivity;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Gates;

/// <summary>Leads recorded complaints through the gates, in ledger order: each becomes Queued or Held with every reason.</summary>
public sealed class GateKeeper(
    ILedger ledger, ComplaintReader reader, Preparation preparation, IRegistrySource registry, IIdentifiers identifiers, GatesOptions options,
    ICrashPoints crash, TimeProvider time)
{
    private const int AtOnce = 200;

    /// <summary>Judges what waits.</summary>
    /// <returns>How many were judged; zero when nothing waits.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        var rows = await ledger.UnjudgedAsync(AtOnce, ct);
        var rounds = new Dictionary<string, RoundRow?>();
        var moves = new List<Task>(rows.Count);
        foreach (var row in rows)
        {
            if (row.Round is { } round && !rounds.ContainsKey(round)) rounds[round] = await ledger.RoundAsync(round, ct);
            // No verdict looks at another's outcome, so the moves need not wait for one another and share a commit.
            moves.Add(MoveAsync(row, row.Round is null ? null : rounds[row.Round], ct));
        }

        await Task.WhenAll(moves);
        return rows.Count;
    }

    private async Task MoveAsync(ComplaintRow row, RoundRow? round, CancellationToken ct)
    {
        IReadOnlyList<Reason> reasons;
        string? link = null;
        try
        {
            var given = await CaseAsync(row, round, ct);
            reasons = GateList.Judge(given);
            link = GateList.Link(given);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            // One row that cannot be opened must not stop the others: it goes to a person.
            reasons = [new Reason("cannot-be-opened", unreadable.GetType().Name)];
        }

        await ledger.MoveAsync(
            new Move
            {
                Id = identifiers.NewId(),
                Number = row.Number,
                From = ComplaintState.Recorded,
                To = reasons.Count == 0 ? ComplaintState.Queued : ComplaintState.Held,
                Version = row.Version,
                By = ActorKind.Rule,
                Actor = "gates",
                Reasons = reasons,
                At = time.GetUtcNow(),
                LinkTo = link,
            },
            ct);
        crash.Reach(CrashPoint.Judged);
    }

    private async Task<GateCase> CaseAsync(ComplaintRow row, RoundRow? round, CancellationToken ct)
    {
        var destination = registry.Current.Destination(row.Destination);
        var earlier = new List<ComplaintRow>();
        // What was split or joined is there in what stands in its place.
        foreach (var same in await ledger.SameContentAsync(row.ContentKey, row.Position, ct)) earlier.Add(await ledger.InPlaceOfAsync(same, ct));
        earlier.RemoveAll(heir => heir.Number == row.Number);
        return new GateCase(
            row, reader.Open(row), row.Reasons, registry.Current.Channel(row.Channel), destination, earlier, round, options.BatchLimit)
        {
            // Made ready here, so that an officer sees what will be sent before it is.
            Unsendable = destination is null ? [] : (await preparation.ReadyAsync(row, reader.Masked(row, await ReporterAsync(row, ct)), destination, ct)).Refusals,
        };
    }

    private async Task<Reporter?> ReporterAsync(ComplaintRow row, CancellationToken ct) =>
        row.Reporter is null || await ledger.ReporterAsync(row.Reporter, ct) is not { } entry ? null : reader.Open(entry);
}
