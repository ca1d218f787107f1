using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Connectivity;
using Gateway.Core.Ledger;
using Gateway.Core.Nodes;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Intake;

/// <summary>Finishes what a dead process left behind: arrivals without all outcomes, and rounds that nobody is filling any more.</summary>
internal sealed class IntakeRecovery(
    ILedger ledger, ThisNode self, ArrivalKeeper keeper, ArrivalTranslation translation, IRegistrySource registry, WorkAtHand work, TimeProvider time, ILogger log)
{
    private const int AtOnce = 1000;

    private readonly ConcurrentDictionary<string, bool> toldOf = new(StringComparer.Ordinal);

    /// <returns>How many arrivals were finished.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var finished = 0;
        var unfinished = await ledger.UnfinishedArrivalsAsync(self.Id, AtOnce, ct);
        // Asked after the arrivals: each was taken in under a registry that is in force here too.
        if (!await registry.IsLatestAsync(ct)) return 0;
        foreach (var arrival in unfinished)
        {
            if (IsForANewer(arrival) || !work.Begin(arrival.Id)) continue;
            try
            {
                await FinishAsync(arrival, ct);
                finished++;
            }
#pragma warning disable CA1031 // The edge of one arrival: whatever it meets, those behind it and the open rounds have their turn. Each try is counted.
            catch (Exception unforeseen) when (unforeseen is not OutOfMemoryException && !ct.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError("Arrival {Arrival} of {Channel} cannot be finished: {Fault}", arrival.Id, arrival.Channel, LoggedFault.Of(unforeseen));
            }
            finally
            {
                work.End(arrival.Id);
            }
        }

        foreach (var round in await ledger.OpenRoundsAsync(self.Id, ct))
            if (!work.Has(round.Id)) await ledger.CloseRoundAsync(round.Id, time.GetUtcNow(), ct);
        return finished;
    }

    // A node that died may have been of a newer version. What only that one can read waits for one like it, and is no fault of its sender.
    private bool IsForANewer(ArrivalRow arrival)
    {
        if (translation.Knows(arrival)) return false;
        if (toldOf.TryAdd($"{arrival.Channel} {arrival.Kind}", true))
            log.LogWarning("Arrivals of channel {Channel}, kind {Kind}, are left alone: this version does not know it, and a newer node finishes them", arrival.Channel, arrival.Kind);
        return true;
    }

    // Bytes that are gone or damaged must not keep the gateway from starting, nor the other arrivals waiting.
    private async Task FinishAsync(ArrivalRow arrival, CancellationToken ct)
    {
        try
        {
            await translation.RunAsync(arrival, keeper.Open(arrival), keepNow: false, Nobody, ct);
        }
        catch (IntakeRefusedException refused)
        {
            // No room, or another is at it: this one waits for the next turn, and forwarding goes on meanwhile.
            log.LogWarning("Arrival {Arrival} of {Channel} cannot be finished now: {Reason}", arrival.Id, arrival.Channel, refused.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException or JsonException)
        {
            log.LogError("Arrival {Arrival} of {Channel} cannot be opened: {Type}", arrival.Id, arrival.Channel, unreadable.GetType().Name);
            // A file may be readable at the next look; bytes whose seal is broken stay as they are.
            if (arrival.Tries >= ArrivalTranslation.MostTries || unreadable is not IOException || unreadable.InnerException is CryptographicException)
            {
                var damaged = Unparsed.Unreadable(arrival, "1", new Reason("bytes-damaged", unreadable.GetType().Name));
                await translation.QuarantineAsync(arrival, damaged, keepNow: false, Nobody, ct);
            }
        }
    }

    // The source that handed it over is gone.
    private static void Nobody(Contracts.Intake.ItemReceipt item)
    {
    }
}
