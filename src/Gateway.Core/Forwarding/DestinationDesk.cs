using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Forwarding;

/// <summary>Reads and writes the shared row of a destination: asks for admission, probes, and writes down what answers mean for it.</summary>
internal sealed class DestinationDesk(ILedger ledger, ICentral central, TimeProvider time, ILogger log)
{
    private const int Tries = 20;

    // Who had it before takes the next one at once, so that this is soon enough for what waits aside.
    private static readonly TimeSpan UntilAPlaceIsFree = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSlot = TimeSpan.FromSeconds(5);

    // Others take turns too. A lease is at least twice as long.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    /// <summary>May a complaint go now? Takes a slot of the rate limit when it may, and probes when the breaker's time is over.</summary>
    public Task<Admission> AdmitAsync(Destination settings, CancellationToken ct) => AdmitAsync(settings, DestinationRules.Judge, ct);

    /// <summary>The same for a complaint that is claimed next: while every place is taken it waits, and takes no slot that another could use.</summary>
    public Task<Admission> AdmitComplaintAsync(Destination settings, CancellationToken ct) => AdmitAsync(settings, DestinationRules.Judge, ct, under => under.Complaints);

    /// <summary>The same for a task, which leaves the places of complaints and tasks alone.</summary>
    public Task<Admission> AdmitTaskAsync(Destination settings, CancellationToken ct) => AdmitAsync(settings, DestinationRules.Judge, ct, under => under.Complaints + under.Tasks);

    /// <summary>May something be read now because a person asks? Otherwise the same.</summary>
    public Task<Admission> AdmitReadingAsync(Destination settings, CancellationToken ct) => AdmitAsync(settings, DestinationRules.JudgeReading, ct);

    /// <summary>The same for a call that follows another at once: waits for its slot when that is near. False: not now.</summary>
    public Task<bool> AdmitSoonAsync(Destination settings, CancellationToken ct) => AdmitSoonAsync(settings, DestinationRules.Judge, ct);

    /// <summary>The same for one complaint that a person tries at a destination that is not open yet.</summary>
    public Task<bool> AdmitTrialSoonAsync(Destination settings, CancellationToken ct) => AdmitSoonAsync(settings, DestinationRules.JudgeReading, ct);

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

    /// <summary>Until when the centre asked us to wait, at most <see cref="DestinationRules.LongestWait"/>.</summary>
    public static DateTimeOffset? NotBefore(CentralAnswer answer, DateTimeOffset now) =>
        answer.RetryAfter is { } wait ? now + (wait < DestinationRules.LongestWait ? wait : DestinationRules.LongestWait) : null;

    /// <summary>Writes down what an answer means for the destination.</summary>
    /// <param name="key">The destination.</param>
    /// <param name="subject">Tracking number, or name of the task, that was answered.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="outcome">What it means.</param>
    /// <param name="notBefore">As <see cref="NotBefore"/> gives it.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Refused earlier ones that were not wrong themselves and belong back in the queue.</returns>
    public async Task<IReadOnlyList<string>> TellAsync(
        string key, string subject, CentralAnswer answer, AttemptOutcome outcome, DateTimeOffset? notBefore, CancellationToken ct)
    {
        IReadOnlyList<string> returned = [];
        var now = time.GetUtcNow();
        await ChangeAsync(
            key,
            present => outcome switch
            {
                AttemptOutcome.Done => DestinationRules.IsUntroubled(present) ? present : DestinationRules.AfterSuccess(present),
                AttemptOutcome.Unavailable or AttemptOutcome.NotSent => DestinationRules.AfterUnavailable(present, now, notBefore),
                AttemptOutcome.Unknown => DestinationRules.AfterUnknown(present, now, AnswerTable.RowOf(answer).Redirects),
                AttemptOutcome.Misconfigured => DestinationRules.AfterMisconfigured(present, answer.Status),
                _ => DestinationRules.AfterRefusal(present, new Refusal(subject, answer.Status ?? 0), out returned),
            },
            ct);
        return returned;
    }

    /// <summary>
    /// Writes down what the answer to a read of one complaint, or of its follow-ups, means for the destination: whether the centre can be
    /// reached, and never what becomes of creates. One that the centre cannot show is no fault of the others.
    /// </summary>
    public Task TellReadAsync(string key, CentralAnswer answer, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return ChangeAsync(
            key,
            present => AnswerTable.Classify(CentralCall.ReadOne, answer) switch
            {
                AttemptOutcome.Done => DestinationRules.AfterRead(present),
                AttemptOutcome.Misconfigured => DestinationRules.AfterMisconfigured(present, answer.Status),
                AttemptOutcome.NotSent or AttemptOutcome.Unavailable when IsAway(answer) => DestinationRules.AfterUnavailable(present, now, NotBefore(answer, now)),
                _ => present,
            },
            ct);
    }

    /// <summary>How many complaints may be in Forwarding at once now; none if it was paused since it was asked for admission.</summary>
    public async Task<int> ConcurrencyAsync(Destination settings, CancellationToken ct) =>
        await ledger.DestinationAsync(settings.Key, ct) is { State: DestinationState.Open } row ? DestinationRules.Concurrency(row, settings) : 0;

    private async Task<bool> AdmitSoonAsync(Destination settings, Func<DestinationRow, DateTimeOffset, Admission> judge, CancellationToken ct)
    {
        var asked = time.GetTimestamp();
        while (true)
        {
            var admission = await AdmitAsync(settings, judge, ct);
            if (admission.Verdict != AdmissionVerdict.Wait) return admission.Verdict == AdmissionVerdict.Go;
            var wait = admission.Until - time.GetUtcNow();
            if (wait is null || wait > LongestSlot || time.GetElapsedTime(asked) + wait > LongestTurn) return false;
            if (wait > TimeSpan.Zero) await Task.Delay(wait.Value, time, ct);
        }
    }

    private async Task<Admission> AdmitAsync(Destination settings, Func<DestinationRow, DateTimeOffset, Admission> judge, CancellationToken ct, Func<UnderWay, int>? taken = null)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await ledger.DestinationAsync(settings.Key, ct) is not { } stored) return new Admission(AdmissionVerdict.Closed, null);
            var now = time.GetUtcNow();
            var row = DestinationRules.Believable(stored, settings, now);
            var admission = judge(row, now);
            switch (admission.Verdict)
            {
                case AdmissionVerdict.Go when taken is not null && taken(await ledger.UnderWayAsync(settings.Key, ct)) >= DestinationRules.Concurrency(row, settings):
                    return new Admission(AdmissionVerdict.Wait, now + UntilAPlaceIsFree);
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

    // No answer, one of what stands before the centre, or a wish to wait; anything else it says may be about that one complaint.
    private static bool IsAway(CentralAnswer answer) => answer.Status is null or 408 or 425 or 429 or 502 or 503 or 504 or (>= 300 and < 400);

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
