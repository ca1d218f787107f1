using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.FollowUps;

/// <summary>
/// Asks the centre what became of delivered complaints, one at a time and only while none waits to be sent. The whole answer is kept; an
/// event is written when it changed.
/// </summary>
public sealed class ReadBack
{
    private const string Actor = "read-back";

    // As long as one look may take; after it another node may take it up.
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(10);

    // How long an answer to a follow-up at a closed complaint is looked for, from the last change on.
    private static readonly TimeSpan Answering = TimeSpan.FromDays(7);

    private readonly ILedger ledger;
    private readonly ICentral central;
    private readonly IVault vault;
    private readonly IRegistrySource registry;
    private readonly IIdentifiers identifiers;
    private readonly TimeProvider time;
    private readonly DestinationDesk desk;
    private readonly FollowUpReader followUps;

    public ReadBack(ILedger ledger, ICentral central, IVault vault, IRegistrySource registry, IIdentifiers identifiers, TimeProvider time, ILogger<ReadBack> log)
    {
        (this.ledger, this.central, this.vault, this.registry, this.identifiers, this.time) = (ledger, central, vault, registry, identifiers, time);
        desk = new DestinationDesk(ledger, central, time, log);
        followUps = new FollowUpReader(central, desk);
    }

    /// <summary>Reads back the complaint of a destination that is due longest.</summary>
    /// <returns>False when none is, or the destination has something better to do.</returns>
    public async Task<bool> StepAsync(string key, CancellationToken ct)
    {
        if (registry.Current.Destination(key) is not { Kind: "api" } settings || !await IsFreeAsync(settings, ct)) return false;
        var now = time.GetUtcNow();
        if (await ledger.TakeReadingAsync(key, now, now + Taken, ct) is not { CentralId: { } id } row) return false;
        if (!await desk.AdmitSoonAsync(settings, ct)) return false;
        var (view, answer) = await LookAsync(settings, id, ct);
        if (answer is not null) await desk.TellReadAsync(settings.Key, answer, ct);
        var before = await ledger.ReadingAsync(row.Number, ct);
        if (view is not null) await KeepAsync(row, settings, before, view, ct);
        else if (answer is not null) await FailedAsync(row, settings, before, answer, ct);
        else await PutOffAsync(row, settings, before, ct);
        return true;
    }

    // A breaker whose time is over is no obstacle: admission probes, and nobody else may come for hours.
    private async Task<bool> IsFreeAsync(Destination settings, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await ledger.DestinationAsync(settings.Key, ct) is { State: DestinationState.Open } stored
            && DestinationRules.Believable(stored, settings, now) is var row && !(row.BreakerUntil > now) && !(row.NotBefore > now)
            && (await ledger.UnpublishedAsync(settings.Key, now, 1, ct)).Count == 0
            && await ledger.PublishedUnclaimedAsync(settings.Key, ct) == 0;
    }

    // Without a view and an answer the destination let the second call wait: that is no failure.
    private async Task<(CentralView? View, CentralAnswer? Answer)> LookAsync(Destination settings, string centralId, CancellationToken ct)
    {
        var read = await central.ReadAsync(settings, centralId, ct);
        if (AnswerTable.Classify(CentralCall.ReadOne, read) != AttemptOutcome.Done || read.Standing is not { } standing) return (null, read);
        if (!await desk.AdmitSoonAsync(settings, ct)) return (null, null);
        var (entries, answer) = await followUps.ReadAsync(settings, centralId, () => Task.FromResult(true), ct);
        return entries is null ? (null, answer) : (CentralView.Of(standing, entries, settings.ReadBack.Offset), answer);
    }

    private async Task KeepAsync(ComplaintRow row, Destination settings, Reading? before, CentralView view, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var bytes = view.Bytes();
        var fingerprint = vault.Index("reading", bytes);
        var isNew = before?.Fingerprint is not { } known || !known.AsSpan().SequenceEqual(fingerprint);
        var status = Short(view.Standing.StatusName ?? view.Standing.StatusCode);
        var closed = settings.ReadBack.Closes(view.Standing.StatusName) ? before?.Closed ?? now : (DateTimeOffset?)null;
        var since = before?.Since ?? now;
        var reading = new Reading
        {
            Number = row.Number,
            Version = before?.Version ?? 0,
            Since = since,
            Looked = now,
            Changed = isNew ? now : before!.Changed,
            Closed = closed,
            Status = status,
            Fingerprint = fingerprint,
            Content = isNew ? vault.Seal(row.WrappedKey, bytes, "reading") : before!.Content,
            // After the closing one look more: a last answer may come with it. What was posted to a closed one may open it again.
            Due = closed is null ? now + settings.ReadBack.Pause(now - since)
                : before?.Closed is null || isNew || await AwaitsAnswerAsync(row, now - before.Changed, ct) ? now + settings.ReadBack.Later : null,
        };
        await ledger.KeepReadingAsync(reading, isNew ? Happened(row, view, fingerprint, now) : null, ct);
    }

    private async Task<bool> AwaitsAnswerAsync(ComplaintRow row, TimeSpan? unchanged, CancellationToken ct) =>
        unchanged < Answering && (await ledger.TasksAsync(row.Number, ct)).Any(task => task is { Kind: TaskKind.FollowUp, State: TaskState.Done });

    // It had no turn for its second call: looked at again as if this look had not been.
    private async Task PutOffAsync(ComplaintRow row, Destination settings, Reading? before, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var known = before ?? new Reading { Number = row.Number, Since = now, Looked = now };
        await ledger.KeepReadingAsync(known with { Due = now + settings.ReadBack.Pause(now - known.Since) }, null, ct);
    }

    private async Task FailedAsync(ComplaintRow row, Destination settings, Reading? before, CentralAnswer answer, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var since = before?.Since ?? now;
        var failures = (before?.Failures ?? 0) + 1;
        var pause = settings.ReadBack.Pause(now - since) * failures;
        var reading = (before ?? new Reading { Number = row.Number, Since = since, Looked = now }) with
        {
            Looked = now,
            Failures = failures,
            Trouble = answer.Status is { } status ? $"HTTP {status}" : "no answer",
            Due = now + (pause < settings.ReadBack.Later ? pause : settings.ReadBack.Later),
        };
        await ledger.KeepReadingAsync(reading, null, ct);
    }

    // The history is for ever and in clear: names that the centre gives stay in the sealed reading.
    private LedgerEvent Happened(ComplaintRow row, CentralView view, byte[] fingerprint, DateTimeOffset now) => new(
        identifiers.NewId(), row.Number, row.Version + 1, now, "read-back", row.State, row.State, ActorKind.Worker, Actor,
        [new Reason("read-back", $"{Code(view.Standing.StatusCode) ?? Convert.ToHexStringLower(fingerprint)[..8]}, {view.FollowUps.Count}")]);

    private static string? Code(string? status) => status is { Length: > 0 and <= 16 } && status.All(char.IsAsciiLetterOrDigit) ? status : null;

    private static string? Short(string? text) => text is { Length: > 200 } ? text[..200] : text;
}
