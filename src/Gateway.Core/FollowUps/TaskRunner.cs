using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.FollowUps;

/// <summary>
/// Works tasks one at a time: what is in doubt is looked for at the centre, everything else is sent under a permit. Pause, breaker and
/// limits of the destination hold as for complaints.
/// </summary>
public sealed class TaskRunner
{
    private static readonly TimeSpan NotSentAfter = TimeSpan.FromSeconds(35);

    private readonly ILedger ledger;
    private readonly ICentral central;
    private readonly TaskWords words;
    private readonly IVault vault;
    private readonly IRegistrySource registry;
    private readonly IIdentifiers identifiers;
    private readonly ForwardingOptions options;
    private readonly ICrashPoints crash;
    private readonly TimeProvider time;
    private readonly DestinationDesk desk;
    private readonly TaskEvidence evidence;
    private readonly TaskDesk outcomes;
    private readonly StandstillWatch doubts;

    public TaskRunner(
        ILedger ledger, ICentral central, TaskWords words, IVault vault, IRegistrySource registry, IIdentifiers identifiers, ForwardingOptions options,
        ICrashPoints crash, TimeProvider time, ILogger<TaskRunner> log)
    {
        (this.ledger, this.central, this.words, this.vault, this.registry) = (ledger, central, words, vault, registry);
        (this.identifiers, this.options, this.crash, this.time) = (identifiers, options, crash, time);
        desk = new DestinationDesk(ledger, central, time, log);
        evidence = new TaskEvidence(ledger, central, new FollowUpReader(central, desk), words);
        outcomes = new TaskDesk(ledger, desk, vault, identifiers, time);
        doubts = new StandstillWatch(time);
    }

    /// <summary>Works the task of a destination that is due longest.</summary>
    /// <returns>False when none is, or the destination takes nothing for the moment.</returns>
    public async Task<bool> StepAsync(string key, CancellationToken ct)
    {
        if (registry.Current.Destination(key) is not { Kind: "api" } settings) return false;
        if (await ledger.DueTaskAsync(key, time.GetUtcNow(), ct) is not { } due) return false;
        if ((await desk.AdmitTaskAsync(settings, ct)).Verdict != AdmissionVerdict.Go) return false;
        var claim = new TaskClaim(due.Id, key, identifiers.NewId(), time.GetUtcNow(), await desk.ConcurrencyAsync(settings, ct));
        ct.ThrowIfCancellationRequested();
        // From the claim on nothing is cut short, as with a complaint.
        if (await ledger.ClaimTaskAsync(claim, CancellationToken.None) is not { } task || await ledger.FindAsync(task.Number, CancellationToken.None) is not { } complaint)
            return false;
        if (task.Claims > TaskDesk.MostClaims) await outcomes.StopAsync(task, new Reason("claimed-too-often", $"{TaskDesk.MostClaims}"));
        else if (task.DoubtSince is not null) await LookAsync(task, settings);
        else if (task.Kind == TaskKind.HandOn) await HandOnAsync(task, complaint, settings);
        else await PostAsync(task, complaint, settings);
        return true;
    }

    private async Task LookAsync(TaskRow task, Destination settings)
    {
        var (look, answer) = await evidence.LookAsync(task, settings, CancellationToken.None);
        // The centre may still be storing what it got, and the calendar may jump: this process must have seen the doubt for so long itself.
        var isLongAgo = doubts.HasStood(task.Id, $"{task.DoubtSince:O}", settings.SafeSettleAfter);
        if (look == TaskLook.Found || (look == TaskLook.Absent && isLongAgo)) doubts.Forget(task.Id);
        await outcomes.LookedAsync(task, settings, look, isLongAgo, answer);
    }

    private async Task HandOnAsync(TaskRow task, ComplaintRow complaint, Destination settings)
    {
        // Who has it now tells afterwards whether anything happened.
        var (standing, read) = await evidence.StandingAsync(task, settings, CancellationToken.None);
        if (standing is null)
        {
            await outcomes.UnreadAsync(task, settings, read);
            return;
        }

        if (standing.DispositionId == task.Origin)
        {
            await outcomes.FoundAsync(task, new Reason("task-already-there", task.Origin));
            return;
        }

        var handOn = new HandOn(task.CentralId!, task.Origin, HandOn.WrongOffice);
        await CallAsync(
            task, complaint, settings, AttemptStep.HandOn, $"{handOn.CentralId}:{handOn.Institution}", standing.DispositionId,
            (attempt, left) => central.HandOnAsync(settings, handOn with { Of = (task.Number, attempt.Id) }, left, CancellationToken.None));
    }

    private async Task PostAsync(TaskRow task, ComplaintRow complaint, Destination settings)
    {
        var (post, refusals) = await WordsAsync(task, complaint, settings);
        if (post is null)
        {
            await outcomes.StopAsync(task, refusals.FirstOrDefault() ?? new Reason("task-refused"));
            return;
        }

        await CallAsync(
            task, complaint, settings, AttemptStep.FollowUp, string.Join('\n', post.Fields.Select(field => $"{field.Key}={field.Value}")), null,
            (attempt, left) => central.PostFollowUpAsync(settings, post with { Of = (task.Number, task.Origin, attempt.Id) }, left, CancellationToken.None));
    }

    // What is damaged stops alone, and keeps nothing else from going.
    private async Task<(FollowUpPost? Post, IReadOnlyList<Reason> Refusals)> WordsAsync(TaskRow task, ComplaintRow complaint, Destination settings)
    {
        try
        {
            return await words.OfAsync(task, complaint, settings, CancellationToken.None);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException or IOException)
        {
            return (null, [new Reason("cannot-be-opened", unreadable.GetType().Name)]);
        }
    }

    // The only path to an effect at the centre: no permit, no call.
    private async Task CallAsync(
        TaskRow task, ComplaintRow complaint, Destination settings, AttemptStep step, string request, string? heldBy, Func<AttemptRow, TimeSpan, Task<CentralAnswer>> call)
    {
        var attempt = Attempt(task, step, request, heldBy);
        var asked = time.GetTimestamp();
        try
        {
            if (!await ledger.BeginAsync(attempt, CancellationToken.None))
            {
                // An earlier attempt may be at the centre; with the lease gone nothing changes.
                await outcomes.StopAsync(task with { DoubtSince = attempt.Begun }, new Reason("task-no-permit"));
                return;
            }
        }
        catch (LedgerUnavailableException)
        {
            // A begin whose commit is doubtful is never followed by a call.
            await outcomes.RecordAsync(task, complaint, settings, attempt, new CentralAnswer { Kind = CentralAnswerKind.NotSent }, AttemptOutcome.NotSent);
            return;
        }

        crash.Reach(CrashPoint.TaskBegun);
        var answer = NotSentAfter - time.GetElapsedTime(asked) is { Ticks: > 0 } left ? await call(attempt, left) : new CentralAnswer { Kind = CentralAnswerKind.NotSent };
        crash.Reach(CrashPoint.TaskAnswered);
        var outcome = AnswerTable.Classify(CentralCall.Task, answer);
        // What such an answer says was never seen; a look tells at once.
        if (outcome == AttemptOutcome.Unknown && answer.Status is >= 200 and < 300 or 409
            && (await evidence.LookAsync(task, settings, CancellationToken.None)).Look == TaskLook.Found) outcome = AttemptOutcome.Done;
        await outcomes.RecordAsync(task, complaint, settings, attempt, answer, outcome);
    }

    private AttemptRow Attempt(TaskRow task, AttemptStep step, string request, string? heldBy) => new()
    {
        Id = identifiers.NewId(),
        Number = task.Number,
        Task = task.Id,
        HeldBy = heldBy,
        Destination = task.Destination,
        Step = step,
        LeaseToken = task.LeaseToken!,
        Begun = time.GetUtcNow(),
        RequestHash = Convert.ToHexStringLower(vault.Index("request", Encoding.UTF8.GetBytes(request))),
        Actor = "tasks",
        Settings = registry.Current.Version,
        Node = options.Node,
    };
}
