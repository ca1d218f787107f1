using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;

namespace Gateway.Core.Operations;

/// <summary>A person opens or pauses a destination.</summary>
public sealed class SwitchDestination(ILedger ledger, TimeProvider time)
{
    private const int Tries = 20;

    /// <summary>Opens it with a clean slate; wake-ups that were consumed while it was paused are published again.</summary>
    public async Task<OperationResult> OpenAsync(string key, Officer officer, CancellationToken ct)
    {
        var result = await ChangeAsync(key, row => DestinationRules.Opened(row, Of("opened-by-officer", officer)), ct);
        if (result.Done) await ledger.ForgetPublishedAsync(time.GetUtcNow(), time.GetUtcNow(), ct);
        return result;
    }

    /// <summary>Pauses it; what is under way is finished.</summary>
    public Task<OperationResult> PauseAsync(string key, Officer officer, CancellationToken ct) =>
        ChangeAsync(key, row => DestinationRules.Paused(row, Of("paused-by-officer", officer)), ct);

    private static Reason Of(string code, Officer officer) => new(code, officer.Why is null ? officer.Name : $"{officer.Name}: {officer.Why}");

    private async Task<OperationResult> ChangeAsync(string key, Func<DestinationRow, DestinationRow> rule, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await ledger.DestinationAsync(key, ct) is not { } row) return new OperationResult(false, "no-destination", key);
            if (await ledger.WriteAsync(rule(row), ct)) return OperationResult.Ok;
        }

        return new OperationResult(false, "changed-meanwhile", key);
    }
}
