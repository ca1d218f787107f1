using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.FollowUps;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Masters;

namespace Gateway.Core.Operations;

/// <summary>
/// An officer has something done at the centre about a complaint: words added to it, or the complaint handed on. Where nobody but a person
/// can do it there (a destination typed by hand) the task waits at the desk.
/// </summary>
public sealed class StartTask(ILedger ledger, TaskWords words, IVault vault, IRegistrySource registry, IIdentifiers identifiers, TimeProvider time)
{
    private readonly ComplaintReader reader = new(vault);

    /// <summary>Posts a complaint as a follow-up of another; it becomes its duplicate in the same act.</summary>
    public async Task<OperationResult> PostComplaintAsync(ComplaintRow row, ComplaintRow first, Destination destination, Move move, Officer officer, CancellationToken ct)
    {
        var (_, prepared) = await words.ReadyAsync(row, first, destination, ct);
        // A file that cannot go along is shown to the officer first, as with a complaint.
        var unseen = prepared.Unseen.Where(reason => row.Reasons.All(known => known.Code != reason.Code)).ToList();
        if (unseen.Count > 0) return new OperationResult(false, "files-refused", row.Number) { Reasons = unseen };
        var start = await LookedForAsync(Start(first, TaskKind.FollowUp, row.Number, null, destination, officer) with { Move = move }, window => window.MayHold(row), ct);
        return Seen(first, await StartAsync(start, row.Number, ct));
    }

    /// <summary>The words of an item that follows a complaint, as they would be posted.</summary>
    /// <returns>The words and the complaint they would go to, or why not.</returns>
    public async Task<(string? Words, ComplaintRow? Complaint, OperationResult Result)> WordsAsync(string item, Officer officer, CancellationToken ct)
    {
        if (await ledger.ItemAsync(item, ct) is not { Outcome: ItemOutcome.FollowUp, Numbers: [var number, ..] } found) return (null, null, new OperationResult(false, "no-item", item));
        if (await ledger.FindAsync(number, ct) is not { } followed || !officer.MaySee(followed)) return (null, null, new OperationResult(false, "no-item", item));
        if (found.Resolved is not null) return (null, null, new OperationResult(false, "followup-resolved", found.Resolved));
        if (await ledger.FollowUpAsync(item, ct) is not { } sealedWords) return (null, null, new OperationResult(false, "followup-taken", item));
        var said = Encoding.UTF8.GetString(vault.Open(followed.WrappedKey, sealedWords, "follow-up"));
        // What was sent as a follow-up itself is at the centre as part of another.
        var target = followed is { State: ComplaintState.Duplicate, LinkTo: { } link } ? await ledger.FindAsync(link, ct) : followed;
        var other = target is null || target.Number == followed.Number ? null : await reader.ReporterAsync(ledger, target, ct);
        var masked = FollowUpText.Masked(said, await reader.ReporterAsync(ledger, followed, ct), other);
        return target is null || target.State is ComplaintState.Discarded or ComplaintState.Duplicate || !officer.MaySee(target)
            ? (masked, null, new OperationResult(false, "link-to-gone", followed.Number))
            : (masked, target, OperationResult.Ok);
    }

    /// <summary>Posts the words of an item; it has found its way then.</summary>
    public async Task<OperationResult> PostItemAsync(string item, Officer officer, CancellationToken ct)
    {
        var (masked, target, result) = await WordsAsync(item, officer, ct);
        if (target is null || masked is null) return result;
        if (registry.Current.Destination(target.Destination) is not { } destination) return new OperationResult(false, "no-destination", target.Destination);
        if (FollowUpText.Marked(masked, FollowUpText.LongestMarker(target.Number)).Length > destination.ContentLimit) return new OperationResult(false, "followup-too-long", $"{destination.ContentLimit}");
        var words = vault.Seal(target.WrappedKey, Encoding.UTF8.GetBytes(masked), TaskWords.Purpose);
        var found = (await ledger.ItemAsync(item, ct))!;
        var start = await LookedForAsync(
            Start(target, TaskKind.FollowUp, item, words, destination, officer) with { Item = item },
            window => found.Seen <= window.Until || !(found.Received > window.Until), ct);
        return Seen(target, await StartAsync(start, item, ct));
    }

    /// <summary>Hands a complaint on to an institution: a key or name of an agency, a name with a code, or the centre's id itself.</summary>
    public async Task<OperationResult> HandOnAsync(string number, string institution, Officer officer, CancellationToken ct)
    {
        if (await ledger.FindAsync(number, ct) is not { } row || !officer.MaySee(row)) return new OperationResult(false, "not-found", number);
        if (row.State is ComplaintState.Discarded or ComplaintState.Duplicate) return new OperationResult(false, "link-to-gone", number);
        if (registry.Current.Destination(row.Destination) is not { } destination) return new OperationResult(false, "no-destination", row.Destination);
        var listed = await ledger.MastersAsync(destination.Key, MasterList.Institutions, null, ct);
        if ((Code(institution.Trim(), destination) ?? Listed(institution.Trim(), listed)) is not { } code) return new OperationResult(false, "no-institution", institution) { Reasons = Near(institution, listed) };
        if (listed is not null && listed.Find(code) is null) return new OperationResult(false, "institution-not-listed", code) { Reasons = Near(institution, listed) };
        var result = Seen(row, await StartAsync(Start(row, TaskKind.HandOn, code, null, destination, officer), number, ct));
        // Nobody can say then whether there is such an institution.
        return result.Done && listed is null && destination.Kind == "api" ? result with { Reasons = [.. result.Reasons, new Reason("institutions-unread", destination.Key)] } : result;
    }

    private static IReadOnlyList<Reason> Near(string institution, MasterSet? listed) =>
        [.. NearestEntries.To(institution.Trim(), listed?.Entries ?? []).Select(near => new Reason("institution-near", $"{near.Id}  {near.Name}"))];

    // A name that two bear names none.
    private static string? Listed(string name, MasterSet? listed) =>
        listed?.Entries.Where(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only.Id : null;

    // It goes all the same; but an officer should know that nobody may be reading there any more.
    private static OperationResult Seen(ComplaintRow at, OperationResult result) =>
        result.Done && at.IsKnownClosed ? result with { Reasons = [.. result.Reasons, new Reason("closed-at-centre", at.Number)] } : result;

    private string? Code(string institution, Destination destination)
    {
        var agency = registry.Current.Agencies.FirstOrDefault(known =>
            string.Equals(known.Key, institution, StringComparison.OrdinalIgnoreCase) || string.Equals(known.Name, institution, StringComparison.OrdinalIgnoreCase));
        string?[] names = [institution, agency?.Key, agency?.Name];
        return names.Select(name => name is null ? null : destination.Codes.Institution?.GetValueOrDefault(name)).FirstOrDefault(code => code is not null)
            ?? agency?.Institution
            ?? (institution.Length > 0 && institution.All(char.IsAsciiDigit) ? institution : null);
    }

    private TaskStart Start(ComplaintRow at, TaskKind kind, string origin, byte[]? sealedWords, Destination destination, Officer officer)
    {
        var byHand = destination.Kind != "api";
        var reason = byHand ? new Reason("task-by-hand") : new Reason(kind == TaskKind.HandOn ? "task-hand-on" : "task-follow-up", origin);
        return new TaskStart(
            identifiers.NewId(), at.Number, kind, origin, sealedWords, byHand ? TaskState.Parked : TaskState.Waiting, officer.Saying(reason), officer.Name, time.GetUtcNow());
    }

    // Somebody may have posted the same words in the time that a restored ledger has forgotten.
    private async Task<TaskStart> LookedForAsync(TaskStart start, Func<RestoreWindow, bool> mayHold, CancellationToken ct) =>
        start.State == TaskState.Waiting && (await RestoreWindow.AllAsync(ledger, ct)).Any(mayHold)
            ? start with { State = TaskState.Unknown, DoubtSince = start.At, Reasons = [.. start.Reasons, new Reason("task-older-than-restore")] }
            : start;

    private async Task<OperationResult> StartAsync(TaskStart start, string subject, CancellationToken ct) => await ledger.StartTaskAsync(start, ct) switch
    {
        TaskStartResult.Done => OperationResult.Ok,
        TaskStartResult.Already => new OperationResult(false, "task-already", subject),
        _ => new OperationResult(false, "changed-meanwhile", subject),
    };
}
