using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core.Attachments;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Forwarding;

/// <summary>
/// Takes one complaint to the centre: admission, claim under a lease, upload, send permit, create, and a durable outcome. The only path
/// to a create leads through <see cref="ILedger.BeginAsync"/>.
/// </summary>
public sealed class Forwarder : IForwarder
{
    /// <summary>A complaint claimed this often without a completed attempt is parked: it takes the forwarder down.</summary>
    private const int MostClaims = 5;

    private static readonly Reason FilesAreThere = new("waits-for-turn");

    private readonly ILedger ledger;
    private readonly ICentral central;
    private readonly Preparation preparation;
    private readonly ComplaintReader reader;
    private readonly IRegistrySource registry;
    private readonly IIdentifiers identifiers;
    private readonly ICrashPoints crash;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly DestinationDesk desk;
    private readonly OutcomeDesk outcomes;
    private readonly CallPermits permits;
    private readonly UploadDesk uploads;
    private readonly FastLane fastLane;

    public Forwarder(
        ILedger ledger, ICentral central, IPayloadStore payloads, Preparation preparation, IVault vault, IRegistrySource registry, IIdentifiers identifiers,
        ForwardingOptions options, ICrashPoints crash, TimeProvider time, ILogger<Forwarder> log)
    {
        (this.ledger, this.central, this.preparation, this.registry) = (ledger, central, preparation, registry);
        (this.identifiers, this.crash, this.time, this.log) = (identifiers, crash, time, log);
        reader = new ComplaintReader(vault);
        desk = new DestinationDesk(ledger, central, time, log);
        outcomes = new OutcomeDesk(ledger, desk, vault, identifiers, time, log);
        permits = new CallPermits(ledger, outcomes, vault, registry, identifiers, options, time);
        uploads = new UploadDesk(ledger, central, payloads, permits, outcomes, crash, time);
        fastLane = new FastLane(ledger, time);
    }

    public Task<ForwardResult> ForwardAsync(string number, CancellationToken ct) => ForwardAsync(number, "relay", ct);

    /// <summary>The same for another way than that of the broker.</summary>
    /// <param name="number">Tracking number.</param>
    /// <param name="actor">Whose way it is, as attempts name it.</param>
    /// <param name="ct">Stops it before the claim.</param>
    public async Task<ForwardResult> ForwardAsync(string number, string actor, CancellationToken ct)
    {
        await outcomes.FlushAsync(CancellationToken.None);
        try
        {
            return await ForwardKnownAsync(number, actor, ct);
        }
        catch (NewerRowException newer)
        {
            // Its wake-up is published again for a node of the newer version.
            log.LogWarning("{Number} is left to a newer version: {Message}", number, newer.Message);
            return new ForwardResult(ForwardVerdict.NotClaimable);
        }
    }

    private async Task<ForwardResult> ForwardKnownAsync(string number, string actor, CancellationToken ct)
    {
        if (await ledger.FindAsync(number, ct) is not { } row) return new ForwardResult(ForwardVerdict.UnknownNumber);
        if (!IsClaimable(row)) return new ForwardResult(ForwardVerdict.NotClaimable);
        if (row.Danger is null && await fastLane.AheadAsync(row.Destination, ct) is { } urgent)
        {
            var ahead = await TakeAsync(row.Destination, urgent, actor, ct);
            if (ahead.Verdict == ForwardVerdict.NotYet) return ahead;
            fastLane.Went(row.Destination);
        }

        var result = await TakeAsync(row.Destination, number, actor, ct);
        // Somebody else may have it, or has taken the last place meanwhile: then it still waits.
        return result.Verdict == ForwardVerdict.NotClaimable && await ledger.FindAsync(number, ct) is { } still && IsClaimable(still)
            ? new ForwardResult(ForwardVerdict.NotYet, time.GetUtcNow() + TimeSpan.FromSeconds(1))
            : result;
    }

    /// <summary>
    /// Sends one queued complaint to a destination that is not open yet, because a person wants to see what the centre answers. All else
    /// about it is as always; the destination stays closed to the others.
    /// </summary>
    /// <param name="number">Tracking number.</param>
    /// <param name="actor">Who tries it, as attempts name them.</param>
    /// <param name="ct">Stops it before the claim.</param>
    public async Task<ForwardResult> TryAsync(string number, string actor, CancellationToken ct)
    {
        await outcomes.FlushAsync(CancellationToken.None);
        if (await ledger.FindAsync(number, ct) is not { } row) return new ForwardResult(ForwardVerdict.UnknownNumber);
        return IsClaimable(row) ? await TakeAsync(row.Destination, number, actor, ct, isTrial: true) : new ForwardResult(ForwardVerdict.NotClaimable);
    }

    private bool IsClaimable(ComplaintRow row) =>
        row.State == ComplaintState.Queued || (row.State == ComplaintState.Retrying && (row.Due is null || row.Due <= time.GetUtcNow()));

    private async Task<ForwardResult> TakeAsync(string key, string number, string actor, CancellationToken ct, bool isTrial = false)
    {
        if (registry.Current.Destination(key) is not { Kind: "api" } settings) return new ForwardResult(ForwardVerdict.NotClaimable);
        var admission = isTrial ? await desk.AdmitTrialAsync(settings, ct) : await desk.AdmitComplaintAsync(settings, ct);
        if (admission.Verdict != AdmissionVerdict.Go) return new ForwardResult(ForwardVerdict.NotYet, admission.Until);
        var claim = new ClaimRequest(
            identifiers.NewId(), key, number, identifiers.NewId(), time.GetUtcNow(), isTrial ? 1 : await desk.ConcurrencyAsync(settings, ct), actor);
        ct.ThrowIfCancellationRequested();
        // From the claim on nothing is cut short, neither by a shutdown nor by a broker that takes its message back: a write given up may
        // still commit, and then a lease without an owner waits for the reaper and a begun create for a person.
        if (await ledger.ClaimAsync(claim, CancellationToken.None) is not { } row) return new ForwardResult(ForwardVerdict.NotClaimable);
        crash.Reach(CrashPoint.Claimed);
        await DeliverAsync(row, settings, actor, isTrial, CancellationToken.None);
        crash.Reach(CrashPoint.CreateCompleted);
        return new ForwardResult(ForwardVerdict.Forwarded);
    }

    private async Task DeliverAsync(ComplaintRow row, Destination settings, string actor, bool isTrial, CancellationToken ct)
    {
        if (row.Claims > MostClaims)
        {
            await outcomes.ParkAsync(row, [new Reason("claimed-too-often", $"{MostClaims}")], ct);
            return;
        }

        if (await OpenAsync(row, ct) is not { } masked) return;
        // Ready since the gates, unless files, words or limits changed since; what cannot go is never left out before somebody knew.
        var prepared = await preparation.ReadyAsync(row, masked, settings, ct);
        if (prepared.Unseen.Count > 0)
        {
            await outcomes.ParkAsync(row, prepared.Unseen, ct);
            return;
        }

        var files = prepared.Files;
        if (prepared.Going.Any(file => file.UploadId is null))
        {
            if (await uploads.UploadAsync(row, settings, files, actor, ct) is not { } uploaded) return;
            files = uploaded;
            if (!await HasTurnAsync(row, settings, isTrial, FilesAreThere, ct)) return;
        }

        if (await CreateAsync(row, masked, settings, files, actor, ct) is not { } filesUnknown) return;
        // The centre has forgotten the files. With new ones the same again, once.
        await uploads.ForgetAsync(row, files, ct);
        if (!await HasTurnAsync(row, settings, isTrial, filesUnknown, ct)) return;
        if (await uploads.UploadAsync(row, settings, files, actor, ct) is not { } again || !await HasTurnAsync(row, settings, isTrial, FilesAreThere, ct)) return;
        await CreateAsync(row, masked, settings, again, actor, ct);
    }

    // The limit counts calls, so each that follows another takes a turn of its own; its lease does not run out while it waits.
    private async Task<bool> HasTurnAsync(ComplaintRow row, Destination settings, bool isTrial, Reason whyNot, CancellationToken ct)
    {
        if (!await ledger.RenewAsync(row.Number, row.LeaseToken!, ct)) return false;
        if (isTrial ? await desk.AdmitTrialSoonAsync(settings, ct) : await desk.AdmitSoonAsync(settings, ct)) return await ledger.RenewAsync(row.Number, row.LeaseToken!, ct);
        await outcomes.PutBackAsync(row, whyNot, ct);
        return false;
    }

    // What cannot be opened will not open at the next try either: it goes to a person, and the centre is not blamed.
    private async Task<Complaint?> OpenAsync(ComplaintRow row, CancellationToken ct)
    {
        try
        {
            var masked = ComplaintReader.MaskedOpen(row, reader.Open(row), await reader.ReporterAsync(ledger, row, ct), out var fault);
            if (fault is null) return masked;
            await outcomes.ParkAsync(row, [fault], ct);
            return null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            await outcomes.ParkAsync(row, [new Reason("cannot-be-opened", unreadable.GetType().Name)], ct);
            return null;
        }
    }

    /// <summary>Why the files are to be uploaded once more; null when its outcome is recorded.</summary>
    private async Task<Reason?> CreateAsync(ComplaintRow row, Complaint masked, Destination settings, IReadOnlyList<SentFile> files, string actor, CancellationToken ct)
    {
        var submission = SubmissionBuilder.Build(masked, registry.Current.Agency(row.Agency), files, settings);
        var attempt = permits.Attempt(row, AttemptStep.Create, System.Text.Encoding.UTF8.GetString(submission.Body()), actor);
        var wereRepeated = files.Count == 0 || await uploads.WereRepeatedAsync(row.Number, ct);
        var asked = time.GetTimestamp();
        if (!await permits.BeginAsync(attempt, row, settings, ct)) return null;
        crash.Reach(CrashPoint.CreateBegun);
        // Shutdown does not cut a create short: its outcome would be unknown.
        var answer = permits.Left(asked) is { } left
            ? await central.CreateAsync(settings, submission with { Attempt = attempt.Id }, left, CancellationToken.None)
            : new CentralAnswer { Kind = CentralAnswerKind.NotSent };
        crash.Reach(CrashPoint.CreateAnswered);
        if (answer.Forgotten is { } forgotten)
        {
            await outcomes.ForgottenAsync(row, settings, attempt, forgotten, CancellationToken.None);
            return null;
        }

        var outcome = AnswerTable.Classify(CentralCall.Create, answer);
        if (outcome == AttemptOutcome.Unknown && AnswerTable.RowOf(answer).ReadsBack && answer.Id is { } id)
        {
            var read = await central.ReadAsync(settings, id, CancellationToken.None);
            if (read.Content is { } text && text.Contains(TrackingNumber.Marker(row.Number), StringComparison.Ordinal) && CentreText.Holds(text, row.Isi)) outcome = AttemptOutcome.Done;
        }

        var filesUnknown = AnswerTable.RowOf(answer).UploadsAgain && files.Any(file => file.UploadId is not null);
        if (filesUnknown && !wereRepeated)
            return await outcomes.FilesUnknownAsync(row, attempt, answer, CancellationToken.None) ? OutcomeDesk.FilesUnknown(answer) : null;
        await outcomes.RecordAsync(row, settings, attempt, answer, outcome, CancellationToken.None);
        // Whoever replays it later starts with new ones.
        if (filesUnknown) await uploads.ForgetAsync(row, files, CancellationToken.None);
        return null;
    }
}
