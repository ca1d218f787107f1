using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Forwarding;

/// <summary>
/// The turn of each read that a person asks for. It counts as one with what is sent: a paused destination is not read, and the rest goes at the pace
/// that the destination allows all nodes together.
/// </summary>
public sealed class ReadingTurns(ILedger ledger, ICentral central, TimeProvider time, ILogger<ReadingTurns> log)
{
    /// <summary>Code of the refusal of a paused destination.</summary>
    public const string Paused = "destination-paused";

    // Others take turns too; who gets none for so long is told.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DestinationDesk desk = new(ledger, central, time, log);

    /// <summary>Waits for the turn.</summary>
    /// <returns>Null when it is there; else why there is none, with the reasons of a pause.</returns>
    public async Task<OperationResult?> TakeAsync(Destination settings, CancellationToken ct)
    {
        var asked = time.GetTimestamp();
        // A destination that lets one call pass in ten minutes is read at that pace.
        var patience = Patience + DestinationRules.SlotLength(settings);
        while (true)
        {
            var admission = await desk.AdmitReadingAsync(settings, ct);
            if (admission.Verdict == AdmissionVerdict.Go) return null;
            if (admission.Verdict == AdmissionVerdict.Closed) return await ClosedAsync(settings.Key, ct);
            var wait = admission.Until - time.GetUtcNow() ?? TimeSpan.Zero;
            if (time.GetElapsedTime(asked) + wait > patience)
                return new OperationResult(false, "destination-waits", $"{Wita.Local(admission.Until ?? time.GetUtcNow()):yyyy-MM-dd HH:mm:ss} WITA");
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
        }
    }

    /// <summary>Writes down what an answer means for the destination, as of every read.</summary>
    public Task TellAsync(Destination settings, CentralAnswer answer, CancellationToken ct) => desk.TellReadAsync(settings.Key, answer, ct);

    private async Task<OperationResult> ClosedAsync(string key, CancellationToken ct) =>
        await ledger.DestinationAsync(key, ct) is { } row
            ? new OperationResult(false, Paused, key) { Reasons = row.Reasons }
            : new OperationResult(false, "no-destination", key);
}
