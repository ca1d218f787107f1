using Gateway.Core.Connectivity;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Gates;

/// <summary>Leads recorded complaints through the gates, in ledger order: each becomes Queued or Held with every reason.</summary>
public sealed class GateKeeper(
    ILedger ledger, ComplaintReader reader, IRegistrySource registry, IIdentifiers identifiers, GatesOptions options, ICrashPoints crash, TimeProvider time)
{
    private const int AtOnce = 200;

    /// <summary>Judges what waits.</summary>
    /// <returns>How many were judged; zero when nothing waits.</returns>
    public async Task<int> StepAsync(CancellationToken ct)
    {
        var rows = await ledger.UnjudgedAsync(AtOnce, ct);
        foreach (var row in rows)
        {
            var given = await CaseAsync(row, ct);
            var reasons = GateList.Judge(given);
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
                    LinkTo = GateList.Link(given),
                },
                ct);
            crash.Reach(CrashPoint.Judged);
        }

        return rows.Count;
    }

    private async Task<GateCase> CaseAsync(ComplaintRow row, CancellationToken ct) => new(
        row,
        reader.Open(row),
        row.Reasons,
        registry.Current.Channel(row.Channel),
        registry.Current.Destination(row.Destination),
        await ledger.SameContentAsync(row.ContentKey, row.Position, ct),
        row.Round is null ? null : await ledger.RoundAsync(row.Round, ct),
        options.BatchLimit);
}
