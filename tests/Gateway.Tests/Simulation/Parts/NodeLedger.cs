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

    public Task OpenRoundAsync(RoundRow round, CancellationToken ct) => Write("OpenRound", () => ledger.OpenRoundAsync(round, ct));

    public Task CloseRoundAsync(string round, DateTimeOffset at, CancellationToken ct) =>
        Write("CloseRound", () => ledger.CloseRoundAsync(round, at, ct));

    public Task<IReadOnlyList<RoundRow>> OpenRoundsAsync(string id, CancellationToken ct) => Read("OpenRounds", () => ledger.OpenRoundsAsync(id, ct));

    public Task<RoundRow?> RoundAsync(string id, CancellationToken ct) => Read("Round", () => ledger.RoundAsync(id, ct));

    public Task KeepAsync(ArrivalRow arrival, CancellationToken ct) => Write("Keep", () => ledger.KeepAsync(arrival, ct));

    public Task<IReadOnlyList<ArrivalRow>> UnfinishedArrivalsAsync(string id, int limit, CancellationToken ct) =>
        Read("UnfinishedArrivals", () => ledger.UnfinishedArrivalsAsync(id, limit, ct));

    public Task<ArrivalRow?> ArrivalAsync(string id, CancellationToken ct) => Read("Arrival", () => ledger.ArrivalAsync(id, ct));

    public Task<IReadOnlyList<ItemRow>> ItemsOfAsync(string arrival, CancellationToken ct) =>
        Read("ItemsOf", () => ledger.ItemsOfAsync(arrival, ct));

    public Task<string?> ThreadAsync(IReadOnlyList<byte[]> threads, CancellationToken ct) => Read("Thread", () => ledger.ThreadAsync(threads, ct));

    public Task<IReadOnlyList<KnownItem>> MarksUnderAsync(string channel, IReadOnlyList<byte[]> prefixes, int most, CancellationToken ct) =>
        Read("MarksUnder", () => ledger.MarksUnderAsync(channel, prefixes, most, ct));

    public Task<ReporterEntry?> FindReporterAsync(IReadOnlyList<ReporterIndex> indexes, CancellationToken ct) =>
        Read("FindReporter", () => ledger.FindReporterAsync(indexes, ct));

    public Task<IReadOnlyList<RecordResult>> RecordAsync(
        ArrivalRow? arrival, IReadOnlyList<ItemEntry> entries, string? finish, CancellationToken ct) =>
        Write("Record", () => ledger.RecordAsync(arrival, entries, finish, ct));

    public Task<ItemRow?> ItemAsync(string id, CancellationToken ct) => Read("Item", () => ledger.ItemAsync(id, ct));

    public Task<IReadOnlyList<ItemRow>> ItemsAsync(ItemOutcome outcome, string? channel, bool resolved, int limit, CancellationToken ct) =>
        Read("Items", () => ledger.ItemsAsync(outcome, channel, resolved, limit, ct));

    public Task<bool> ResolveItemAsync(
        string id, string resolution, string actor, string reason, DateTimeOffset at, ItemEntry? mended, CancellationToken ct) =>
        Write("ResolveItem", () => ledger.ResolveItemAsync(id, resolution, actor, reason, at, mended, ct));

    public Task<IReadOnlyList<(string Channel, ItemOutcome Outcome, long Count)>> SumsAsync(CancellationToken ct) =>
        Read("Sums", () => ledger.SumsAsync(ct));

    public Task<ComplaintRow?> FindAsync(string number, CancellationToken ct) => Read("Find", () => ledger.FindAsync(number, ct));

    public Task<ComplaintRow?> FindByCentralIdAsync(string destination, string centralId, CancellationToken ct) =>
        Read("FindByCentralId", () => ledger.FindByCentralIdAsync(destination, centralId, ct));

    public Task<IReadOnlyList<ComplaintRow>> ListAsync(ComplaintQuery query, CancellationToken ct) =>
        Read("List", () => ledger.ListAsync(query, ct));

    public Task<IReadOnlyList<ComplaintRow>> UnjudgedAsync(int limit, CancellationToken ct) =>
        Read("Unjudged", () => ledger.UnjudgedAsync(limit, ct));

    public Task<IReadOnlyList<ComplaintRow>> SameContentAsync(byte[] contentKey, long before, CancellationToken ct) =>
        Read("SameContent", () => ledger.SameContentAsync(contentKey, before, ct));

    public Task<NearRows> NearAsync(IReadOnlyList<long> bands, DateTimeOffset since, int most, CancellationToken ct) =>
        Read("Near", () => ledger.NearAsync(bands, since, most, ct));

    public Task<IReadOnlyList<LedgerEvent>> EventsAsync(string number, CancellationToken ct) =>
        Read("Events", () => ledger.EventsAsync(number, ct));

    public Task<IReadOnlyList<AttemptRow>> AttemptsAsync(string number, CancellationToken ct) =>
        Read("Attempts", () => ledger.AttemptsAsync(number, ct));

    public Task<IReadOnlyList<SentFile>> SentFilesAsync(string number, CancellationToken ct) =>
        Read("SentFiles", () => ledger.SentFilesAsync(number, ct));

    public Task KeepSentAsync(string number, IReadOnlyList<SentFile> files, CancellationToken ct) =>
        Write("KeepSent", () => ledger.KeepSentAsync(number, files, ct));

    public Task<IReadOnlyList<string>> OwnersAsync(string number, CancellationToken ct) => Read("Owners", () => ledger.OwnersAsync(number, ct));

    public Task<ReporterEntry?> ReporterAsync(string id, CancellationToken ct) => Read("Reporter", () => ledger.ReporterAsync(id, ct));

    public Task<IReadOnlyList<SeenItem>> SeenAsync(string channel, DateOnly day, CancellationToken ct) => Read("Seen", () => ledger.SeenAsync(channel, day, ct));

    public Task<MoveResult> RegroupAsync(Regrouping regrouping, CancellationToken ct) => Write("Regroup", () => ledger.RegroupAsync(regrouping, ct));

    public Task<IReadOnlyList<Lineage>> LineageAsync(string number, CancellationToken ct) => Read("Lineage", () => ledger.LineageAsync(number, ct));

    public Task<MoveResult> ReviseAsync(ComplaintAmendment amendment, LedgerEvent happened, CancellationToken ct) =>
        Write("Revise", () => ledger.ReviseAsync(amendment, happened, ct));

    public Task<IReadOnlyList<ComplaintRow>> AwaitedAsync(string channel, CancellationToken ct) => Read("Awaited", () => ledger.AwaitedAsync(channel, ct));

    public Task<bool> WishAsync(LedgerEvent wished, CancellationToken ct) => Write("Wish", () => ledger.WishAsync(wished, ct));

    public Task<IReadOnlyList<ComplaintRow>> WishesAsync(CancellationToken ct) => Read("Wishes", () => ledger.WishesAsync(ct));

    public Task AppendAsync(LedgerEvent happened, CancellationToken ct) => Write("Append", () => ledger.AppendAsync(happened, ct));

    public Task<IReadOnlyList<ComplaintRow>> UnpublishedAsync(string destination, DateTimeOffset now, int limit, CancellationToken ct) =>
        Read("Unpublished", () => ledger.UnpublishedAsync(destination, now, limit, ct));

    public Task<string?> UrgentAsync(string destination, DateTimeOffset now, CancellationToken ct) => Read("Urgent", () => ledger.UrgentAsync(destination, now, ct));

    public Task<Backlog> BacklogAsync(string destination, DateTimeOffset now, DateTimeOffset since, CancellationToken ct) =>
        Read("Backlog", () => ledger.BacklogAsync(destination, now, since, ct));

    public Task<int> ForgetPublishedAsync(DateTimeOffset before, DateTimeOffset after, CancellationToken ct) =>
        Write("ForgetPublished", () => ledger.ForgetPublishedAsync(before, after, ct));

    public Task<AttemptEndResult> CompleteAsync(AttemptEnd end, CancellationToken ct) => Lease("Complete", () => ledger.CompleteAsync(end, ct));

    public Task<IReadOnlyList<ComplaintRow>> LeasesAsync(CancellationToken ct) => Read("Leases", () => ledger.LeasesAsync(ct));

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => Read("NextDue", () => ledger.NextDueAsync(ct));

    public Task<IReadOnlyList<DayTally>> TallyAsync(DateOnly from, DateOnly to, CancellationToken ct) => Read("Tally", () => ledger.TallyAsync(from, to, ct));

    public Task<IReadOnlyList<Logged<LedgerEvent>>> LoggedEventsAsync(LogQuery query, CancellationToken ct) => Read("LoggedEvents", () => ledger.LoggedEventsAsync(query, ct));

    public Task<IReadOnlyList<Logged<AttemptRow>>> LoggedAttemptsAsync(LogQuery query, CancellationToken ct) => Read("LoggedAttempts", () => ledger.LoggedAttemptsAsync(query, ct));

    public Task BeatAsync(string id, string name, DateTimeOffset at, CancellationToken ct) => Write("Beat", () => ledger.BeatAsync(id, name, at, ct));

    public Task<IReadOnlyList<NodeRow>> NodesAsync(CancellationToken ct) => Read("Nodes", () => ledger.NodesAsync(ct));

    public Task<bool> RetireAsync(string id, long beat, CancellationToken ct) => Write("Retire", () => ledger.RetireAsync(id, beat, ct));

    public Task<TaskStartResult> StartTaskAsync(TaskStart start, CancellationToken ct) => Write("StartTask", () => ledger.StartTaskAsync(start, ct));

    public Task<IReadOnlyList<TaskRow>> TasksAsync(string number, CancellationToken ct) => Read("Tasks", () => ledger.TasksAsync(number, ct));

    public Task<IReadOnlyList<TaskRow>> TasksInAsync(IReadOnlyList<TaskState> states, int limit, CancellationToken ct) =>
        Read("TasksIn", () => ledger.TasksInAsync(states, limit, ct));

    public Task<TaskRow?> DueTaskAsync(string destination, DateTimeOffset now, CancellationToken ct) => Read("DueTask", () => ledger.DueTaskAsync(destination, now, ct));

    public Task<bool> RenewTaskAsync(string id, string leaseToken, CancellationToken ct) => Lease("RenewTask", () => ledger.RenewTaskAsync(id, leaseToken, ct));

    public Task<MoveResult> MoveTaskAsync(TaskMove move, CancellationToken ct) => Lease("MoveTask", () => ledger.MoveTaskAsync(move, ct));

    public Task<byte[]?> FollowUpAsync(string item, CancellationToken ct) => Read("FollowUp", () => ledger.FollowUpAsync(item, ct));

    public Task<bool> LinkAsync(LedgerEvent linked, string other, CancellationToken ct) => Write("Link", () => ledger.LinkAsync(linked, other, ct));

    public Task<IReadOnlyList<LinkedRow>> LinkedAsync(IReadOnlyList<string> numbers, CancellationToken ct) => Read("Linked", () => ledger.LinkedAsync(numbers, ct));

    public Task<MoveResult> RenumberAsync(LedgerEvent renumbered, string was, string centralId, CancellationToken ct) =>
        Write("Renumber", () => ledger.RenumberAsync(renumbered, was, centralId, ct));

    public Task<ComplaintRow?> TakeReadingAsync(string destination, DateTimeOffset now, DateTimeOffset until, CancellationToken ct) =>
        Write("TakeReading", () => ledger.TakeReadingAsync(destination, now, until, ct));

    public Task<Reading?> ReadingAsync(string number, CancellationToken ct) => Read("Reading", () => ledger.ReadingAsync(number, ct));

    public Task<bool> KeepReadingAsync(Reading reading, LedgerEvent? changed, CancellationToken ct) =>
        Write("KeepReading", () => ledger.KeepReadingAsync(reading, changed, ct));

    public Task<IReadOnlyList<DestinationRow>> DestinationsAsync(CancellationToken ct) =>
        Read("Destinations", () => ledger.DestinationsAsync(ct));

    public Task<bool> WriteAsync(DestinationRow row, CancellationToken ct) => Write("WriteDestination", () => ledger.WriteAsync(row, ct));

    // No step: only what an officer typed is compared with the list, before anything is done.
    public Task<MasterSet?> MastersAsync(string destination, MasterList list, int? version, CancellationToken ct) => ledger.MastersAsync(destination, list, version, ct);

    public Task<bool> KeepMastersAsync(MasterSet set, CancellationToken ct) => Write("KeepMasters", () => ledger.KeepMastersAsync(set, ct));

    public Task LeaveDutyAsync(string duty, string id, CancellationToken ct) => Write("LeaveDuty", () => ledger.LeaveDutyAsync(duty, id, ct));

    public Task<Registry?> RegistryAsync(CancellationToken ct) => Read("Registry", () => ledger.RegistryAsync(ct));

    public Task<int> RegistryVersionAsync(CancellationToken ct) => Read("RegistryVersion", () => ledger.RegistryVersionAsync(ct));

    public Task<bool> WriteAsync(Registry registry, string actor, DateTimeOffset at, CancellationToken ct) =>
        Write("WriteRegistry", () => ledger.WriteAsync(registry, actor, at, ct));

    public Task<string?> GetAsync(string channel, string key, CancellationToken ct) => Read("Get", () => ledger.GetAsync(channel, key, ct));

    public Task<IReadOnlyDictionary<string, string>> FindAsync(string channel, string prefix, CancellationToken ct) =>
        Read("FindBook", () => node.World.Mutant.Has(GatewayFault.ForgetsRestore) && prefix.StartsWith("restored", StringComparison.Ordinal)
            ? Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>())
            : ledger.FindAsync(channel, prefix, ct));

    public Task PutAsync(string channel, IReadOnlyDictionary<string, string> values, CancellationToken ct) =>
        Write("Put", () => ledger.PutAsync(channel, values, ct));

    private Task<T> Read<T>(string name, Func<Task<T>> call) => node.Ask(Seam.LedgerRead, name, _ => call().GetAwaiter().GetResult());

    private Task<T> Write<T>(string name, Func<Task<T>> call) => node.Ask(Seam.LedgerWrite, name, _ => call().GetAwaiter().GetResult());

    private Task<T> Lease<T>(string name, Func<Task<T>> call) => node.Ask(Seam.Lease, name, _ => call().GetAwaiter().GetResult());

    private Task<bool> Write(string name, Func<Task> call) => node.Ask(Seam.LedgerWrite, name, _ => call().IsCompletedSuccessfully);
}
