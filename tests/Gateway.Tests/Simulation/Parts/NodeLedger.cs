using Gateway.Contracts.Intake;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Core.Masters;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>The ledger as one node sees it: each call is a pending call of the schedule.</summary>
internal sealed partial class NodeLedger(Node node, ILedger ledger) : ILedger
{
    /// <summary>Every call of the seam by the name it has in traces and tables.</summary>
    public static IEnumerable<string> Calls =>
        from method in typeof(ILedger).GetMethods().Concat(typeof(ISourceBook).GetMethods())
        let first = method.GetParameters()[0]
        select method.Name switch
        {
            nameof(WriteAsync) => first.ParameterType == typeof(Registry) ? "WriteRegistry" : "WriteDestination",
            nameof(FindAsync) when method.DeclaringType == typeof(ISourceBook) => "FindBook",
            var name => name[..^"Async".Length],
        };

    public Task OpenRoundAsync(RoundRow round, CancellationToken ct) => Write("OpenRound", _ => ledger.OpenRoundAsync(round, ct));

    public Task CloseRoundAsync(string round, DateTimeOffset at, CancellationToken ct) =>
        Write("CloseRound", _ => ledger.CloseRoundAsync(round, at, ct));

    public Task<IReadOnlyList<RoundRow>> OpenRoundsAsync(string id, CancellationToken ct) => Read("OpenRounds", _ => ledger.OpenRoundsAsync(id, ct));

    public Task<RoundRow?> RoundAsync(string id, CancellationToken ct) => Read("Round", _ => ledger.RoundAsync(id, ct));

    public Task KeepAsync(ArrivalRow arrival, CancellationToken ct) => Write("Keep", _ => ledger.KeepAsync(arrival, ct));

    public Task<IReadOnlyList<ArrivalRow>> UnfinishedArrivalsAsync(string id, int limit, CancellationToken ct) =>
        Read("UnfinishedArrivals", _ => ledger.UnfinishedArrivalsAsync(id, limit, ct));

    public Task<ArrivalRow?> ArrivalAsync(string id, CancellationToken ct) => Read("Arrival", _ => ledger.ArrivalAsync(id, ct));

    public Task<IReadOnlyList<ItemRow>> ItemsOfAsync(string arrival, CancellationToken ct) =>
        Read("ItemsOf", _ => ledger.ItemsOfAsync(arrival, ct));

    public Task<string?> ThreadAsync(IReadOnlyList<byte[]> threads, CancellationToken ct) => Read("Thread", _ => ledger.ThreadAsync(threads, ct));

    public Task<IReadOnlyList<KnownItem>> MarksUnderAsync(string channel, IReadOnlyList<byte[]> prefixes, int most, CancellationToken ct) =>
        Read("MarksUnder", _ => ledger.MarksUnderAsync(channel, prefixes, most, ct));

    public Task<ReporterEntry?> FindReporterAsync(IReadOnlyList<ReporterIndex> indexes, CancellationToken ct) =>
        Read("FindReporter", _ => ledger.FindReporterAsync(indexes, ct));

    public Task<IReadOnlyList<RecordResult>> RecordAsync(
        ArrivalRow? arrival, IReadOnlyList<ItemEntry> entries, string? finish, CancellationToken ct) =>
        Write("Record", _ => ledger.RecordAsync(arrival, entries, finish, ct));

    public Task<ItemRow?> ItemAsync(string id, CancellationToken ct) => Read("Item", _ => ledger.ItemAsync(id, ct));

    public Task<IReadOnlyList<ItemRow>> ItemsAsync(ItemOutcome outcome, string? channel, bool resolved, int limit, CancellationToken ct) =>
        Read("Items", _ => ledger.ItemsAsync(outcome, channel, resolved, limit, ct));

    public Task<bool> ResolveItemAsync(
        string id, string resolution, string actor, string reason, DateTimeOffset at, ItemEntry? mended, CancellationToken ct) =>
        Write("ResolveItem", _ => ledger.ResolveItemAsync(id, resolution, actor, reason, at, mended, ct));

    public Task<IReadOnlyList<(string Channel, ItemOutcome Outcome, long Count)>> SumsAsync(CancellationToken ct) =>
        Read("Sums", _ => ledger.SumsAsync(ct));

    public Task<ComplaintRow?> FindAsync(string number, CancellationToken ct) => Read("Find", _ => ledger.FindAsync(number, ct));

    public Task<ComplaintRow?> FindByCentralIdAsync(string destination, string centralId, CancellationToken ct) =>
        Read("FindByCentralId", _ => ledger.FindByCentralIdAsync(destination, centralId, ct));

    public Task<IReadOnlyList<ComplaintRow>> ListAsync(ComplaintQuery query, CancellationToken ct) =>
        Read("List", _ => ledger.ListAsync(query, ct));

    public Task<IReadOnlyList<ComplaintRow>> UnjudgedAsync(int limit, CancellationToken ct) =>
        Read("Unjudged", _ => ledger.UnjudgedAsync(limit, ct));

    public Task<IReadOnlyList<ComplaintRow>> SameContentAsync(byte[] contentKey, long before, CancellationToken ct) =>
        Read("SameContent", _ => ledger.SameContentAsync(contentKey, before, ct));

    public Task<NearRows> NearAsync(IReadOnlyList<long> bands, DateTimeOffset since, int most, CancellationToken ct) =>
        Read("Near", _ => ledger.NearAsync(bands, since, most, ct));

    public Task<IReadOnlyList<LedgerEvent>> EventsAsync(string number, CancellationToken ct) =>
        Read("Events", _ => ledger.EventsAsync(number, ct));

    public Task<IReadOnlyList<AttemptRow>> AttemptsAsync(string number, CancellationToken ct) =>
        Read("Attempts", _ => ledger.AttemptsAsync(number, ct));

    public Task<IReadOnlyList<SentFile>> SentFilesAsync(string number, CancellationToken ct) =>
        Read("SentFiles", _ => ledger.SentFilesAsync(number, ct));

    public Task KeepSentAsync(string number, IReadOnlyList<SentFile> files, CancellationToken ct) =>
        Write("KeepSent", _ => ledger.KeepSentAsync(number, files, ct));

    public Task<IReadOnlyList<string>> OwnersAsync(string number, CancellationToken ct) => Read("Owners", _ => ledger.OwnersAsync(number, ct));

    public Task<ReporterEntry?> ReporterAsync(string id, CancellationToken ct) => Read("Reporter", _ => ledger.ReporterAsync(id, ct));

    public Task<IReadOnlyList<SeenItem>> SeenAsync(string channel, DateOnly day, CancellationToken ct) => Read("Seen", _ => ledger.SeenAsync(channel, day, ct));

    public Task<MoveResult> RegroupAsync(Regrouping regrouping, CancellationToken ct) => Write("Regroup", _ => ledger.RegroupAsync(regrouping, ct));

    public Task<IReadOnlyList<Lineage>> LineageAsync(string number, CancellationToken ct) => Read("Lineage", _ => ledger.LineageAsync(number, ct));

    public Task<MoveResult> ReviseAsync(ComplaintAmendment amendment, LedgerEvent happened, CancellationToken ct) =>
        Write("Revise", _ => ledger.ReviseAsync(amendment, happened, ct));

    public Task<IReadOnlyList<ComplaintRow>> AwaitedAsync(string channel, CancellationToken ct) => Read("Awaited", _ => ledger.AwaitedAsync(channel, ct));

    public Task<bool> WishAsync(LedgerEvent wished, CancellationToken ct) => Write("Wish", _ => ledger.WishAsync(wished, ct));

    public Task<IReadOnlyList<ComplaintRow>> WishesAsync(CancellationToken ct) => Read("Wishes", _ => ledger.WishesAsync(ct));

    public Task AppendAsync(LedgerEvent happened, CancellationToken ct) => Write("Append", _ => ledger.AppendAsync(happened, ct));

    public Task<IReadOnlyList<ComplaintRow>> UnpublishedAsync(string destination, DateTimeOffset now, int limit, CancellationToken ct) =>
        Read("Unpublished", _ => ledger.UnpublishedAsync(destination, now, limit, ct));

    public Task<string?> UrgentAsync(string destination, DateTimeOffset now, CancellationToken ct) => Read("Urgent", _ => ledger.UrgentAsync(destination, now, ct));

    public Task<Backlog> BacklogAsync(string destination, DateTimeOffset now, DateTimeOffset since, CancellationToken ct) =>
        Read("Backlog", _ => ledger.BacklogAsync(destination, now, since, ct));

    public Task<int> ForgetPublishedAsync(DateTimeOffset before, DateTimeOffset after, CancellationToken ct) =>
        Write("ForgetPublished", _ => ledger.ForgetPublishedAsync(before, after, ct));

    // No steps: the claim counts the places again, after the steps of the turn; and no complaint waits for a due time to be counted anew.
    public Task<UnderWay> UnderWayAsync(string destination, CancellationToken ct) => ledger.UnderWayAsync(destination, ct);

    public Task<int> RecountDueAsync(DateTimeOffset now, DateTimeOffset after, CancellationToken ct) => ledger.RecountDueAsync(now, after, ct);

    public Task<AttemptEndResult> CompleteAsync(AttemptEnd end, CancellationToken ct) => Lease("Complete", _ => ledger.CompleteAsync(end, ct));

    public Task<IReadOnlyList<ComplaintRow>> LeasesAsync(CancellationToken ct) => Read("Leases", _ => ledger.LeasesAsync(ct));

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => Read("NextDue", _ => ledger.NextDueAsync(ct));

    public Task<IReadOnlyList<DayTally>> TallyAsync(DateOnly from, DateOnly to, CancellationToken ct) => Read("Tally", _ => ledger.TallyAsync(from, to, ct));

    public Task<IReadOnlyList<Logged<LedgerEvent>>> LoggedEventsAsync(LogQuery query, CancellationToken ct) => Read("LoggedEvents", _ => ledger.LoggedEventsAsync(query, ct));

    public Task<IReadOnlyList<Logged<AttemptRow>>> LoggedAttemptsAsync(LogQuery query, CancellationToken ct) => Read("LoggedAttempts", _ => ledger.LoggedAttemptsAsync(query, ct));

    public Task BeatAsync(string id, string name, DateTimeOffset at, CancellationToken ct) => Write("Beat", _ => ledger.BeatAsync(id, name, at, ct));

    public Task<IReadOnlyList<NodeRow>> NodesAsync(CancellationToken ct) => Read("Nodes", _ => ledger.NodesAsync(ct));

    public Task<bool> RetireAsync(string id, long beat, CancellationToken ct) => Write("Retire", _ => ledger.RetireAsync(id, beat, ct));

    public Task<TaskStartResult> StartTaskAsync(TaskStart start, CancellationToken ct) => Write("StartTask", _ => ledger.StartTaskAsync(start, ct));

    public Task<IReadOnlyList<TaskRow>> TasksAsync(string number, CancellationToken ct) => Read("Tasks", _ => ledger.TasksAsync(number, ct));

    public Task<IReadOnlyList<TaskRow>> TasksInAsync(IReadOnlyList<TaskState> states, int limit, CancellationToken ct) =>
        Read("TasksIn", _ => ledger.TasksInAsync(states, limit, ct));

    public Task<TaskRow?> DueTaskAsync(string destination, DateTimeOffset now, CancellationToken ct) => Read("DueTask", _ => ledger.DueTaskAsync(destination, now, ct));

    public Task<bool> RenewTaskAsync(string id, string leaseToken, CancellationToken ct) => Lease("RenewTask", _ => ledger.RenewTaskAsync(id, leaseToken, ct));

    public Task<MoveResult> MoveTaskAsync(TaskMove move, CancellationToken ct) => Lease("MoveTask", _ => ledger.MoveTaskAsync(move, ct));

    public Task<byte[]?> FollowUpAsync(string item, CancellationToken ct) => Read("FollowUp", _ => ledger.FollowUpAsync(item, ct));

    public Task<bool> LinkAsync(LedgerEvent linked, ComplaintRow? other, CancellationToken ct) => Write("Link", _ => ledger.LinkAsync(linked, other, ct));

    public Task<IReadOnlyList<LinkedRow>> LinkedAsync(IReadOnlyList<string> numbers, CancellationToken ct) => Read("Linked", _ => ledger.LinkedAsync(numbers, ct));

    public Task<MoveResult> RenumberAsync(LedgerEvent renumbered, string was, string centralId, CancellationToken ct) =>
        Write("Renumber", _ => ledger.RenumberAsync(renumbered, was, centralId, ct));

    public Task<ComplaintRow?> TakeReadingAsync(string destination, DateTimeOffset now, DateTimeOffset until, CancellationToken ct) =>
        Write("TakeReading", _ => ledger.TakeReadingAsync(destination, now, until, ct));

    public Task<Reading?> ReadingAsync(string number, CancellationToken ct) => Read("Reading", _ => ledger.ReadingAsync(number, ct));

    public Task<bool> KeepReadingAsync(Reading reading, LedgerEvent? changed, CancellationToken ct) =>
        Write("KeepReading", _ => ledger.KeepReadingAsync(reading, changed, ct));

    public Task<IReadOnlyList<DestinationRow>> DestinationsAsync(CancellationToken ct) =>
        Read("Destinations", _ => ledger.DestinationsAsync(ct));

    public Task<bool> WriteAsync(DestinationRow row, CancellationToken ct) => Write("WriteDestination", _ => ledger.WriteAsync(row, ct));

    // No step: only what an officer typed is compared with the list, before anything is done.
    public Task<MasterSet?> MastersAsync(string destination, MasterList list, int? version, CancellationToken ct) => ledger.MastersAsync(destination, list, version, ct);

    public Task<bool> KeepMastersAsync(MasterSet set, CancellationToken ct) => Write("KeepMasters", _ => ledger.KeepMastersAsync(set, ct));

    public Task LeaveDutyAsync(string duty, string id, CancellationToken ct) => Write("LeaveDuty", _ => ledger.LeaveDutyAsync(duty, id, ct));

    public Task<Registry?> RegistryAsync(CancellationToken ct) => Read("Registry", _ => ledger.RegistryAsync(ct));

    public Task<int> RegistryVersionAsync(CancellationToken ct) => Read("RegistryVersion", _ => ledger.RegistryVersionAsync(ct));

    public Task<bool> WriteAsync(Registry registry, string actor, DateTimeOffset at, CancellationToken ct) =>
        Write("WriteRegistry", _ => ledger.WriteAsync(registry, actor, at, ct));

    public Task<string?> GetAsync(string channel, string key, CancellationToken ct) => Read("Get", _ => ledger.GetAsync(channel, key, ct));

    public Task<IReadOnlyDictionary<string, string>> FindAsync(string channel, string prefix, CancellationToken ct) =>
        Read("FindBook", _ => node.World.Mutant.Has(GatewayFault.ForgetsRestore) && prefix.StartsWith("restored", StringComparison.Ordinal)
            ? Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>())
            : ledger.FindAsync(channel, prefix, ct));

    public Task PutAsync(string channel, IReadOnlyDictionary<string, string> values, CancellationToken ct) =>
        Write("Put", _ => ledger.PutAsync(channel, values, ct));

    private Task<T> Read<T>(string name, Func<PendingCall, Task<T>> call) => node.AskLedger(Seam.LedgerRead, name, call);

    private Task<T> Write<T>(string name, Func<PendingCall, Task<T>> call) => node.AskLedger(Seam.LedgerWrite, name, call);

    private Task<T> Lease<T>(string name, Func<PendingCall, Task<T>> call) => node.AskLedger(Seam.Lease, name, call);

    private Task<bool> Write(string name, Func<PendingCall, Task> call) => node.Ask(Seam.LedgerWrite, name, asked => call(asked).IsCompletedSuccessfully);
}
