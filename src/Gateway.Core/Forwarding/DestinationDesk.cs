using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Forwarding;

/// <summary>Reads and writes the shared row of a destination: asks for admission, probes, and writes down what answers mean for it.</summary>
internal sealed class DestinationDesk(ILedger ledger, ICentral central, TimeProvider time, ILogger log)
{
    private const int Tries = 20;

    /// <summary>May a complaint go now? Takes a slot of the rate limit when it may, and probes when the breaker's time is over.</summary>
    public async Task<Admission> AdmitAsync(Destination settings, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await ledger.DestinationAsync(settings.Key, ct) is not { } stored) return new Admission(AdmissionVerdict.Closed, null);
            var now = time.GetUtcNow();
            var row = DestinationRules.Believable(stored, settings, now);
            var admission = DestinationRules.Judge(row, now);
            switch (admission.Verdict)
            {
                case AdmissionVerdict.Go when await ledger.WriteAsync(DestinationRules.TakeSlot(row, settings, now), ct):
                    return admission;
                case AdmissionVerdict.Probe when await ledger.WriteAsync(DestinationRules.TakeProbe(row, now), ct):
                    await ProbeAsync(settings, ct);
                    break;
                case AdmissionVerdict.Wait or AdmissionVerdict.Closed:
                    return admission;
                default:
                    break;
            }
        }

        return new Admission(AdmissionVerdict.Wait, time.GetUtcNow() + TimeSpan.FromSeconds(1));
    }

    /// <summary>Lets one complaint go to a destination that is not open, because a person tries it. An open one sends by itself.</summary>
    public async Task<Admission> AdmitTrialAsync(Destination settings, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await ledger.DestinationAsync(settings.Key, ct) is not { } row || row.State == DestinationState.Open) break;
            if (await ledger.WriteAsync(DestinationRules.Tried(row, settings, time.GetUtcNow()), ct)) return new Admission(AdmissionVerdict.Go, null);
        }

        return new Admission(AdmissionVerdict.Closed, null);
    }

    /// <summary>Changes the row by a rule, again if somebody else wrote in between.</summary>
    public async Task<DestinationRow?> ChangeAsync(string key, Func<DestinationRow, DestinationRow> rule, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await ledger.DestinationAsync(key, ct) is not { } row) return null;
            var changed = rule(row);
            if (changed == row) return row;
            if (!await ledger.WriteAsync(changed, ct)) continue;
            if (changed.State == DestinationState.Paused && row.State != DestinationState.Paused)
                log.LogError("Destination {Destination} is paused: {Reason}. Look at: gateway destination list", key, changed.Reasons.FirstOrDefault());
            return changed;
        }

        return null;
    }

    /// <summary>How many complaints may be in Forwarding at once now; none if it was paused since it was asked for admission.</summary>
    public async Task<int> ConcurrencyAsync(Destination settings, CancellationToken ct) =>
        await ledger.DestinationAsync(settings.Key, ct) is { State: DestinationState.Open } row ? DestinationRules.Concurrency(row, settings) : 0;

    private async Task ProbeAsync(Destination settings, CancellationToken ct)
    {
        var answer = await central.ProbeAsync(settings, ct);
        var outcome = AnswerTable.Classify(CentralCall.Read, answer);
        await ChangeAsync(
            settings.Key,
            row => outcome == AttemptOutcome.Misconfigured
                ? DestinationRules.AfterMisconfigured(row, answer.Status)
                : DestinationRules.AfterProbe(row, outcome == AttemptOutcome.Done || answer.Status is >= 200 and < 300, time.GetUtcNow()),
            ct);
    }
}
