using Gateway.Core.FollowUps;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;

namespace Gateway.Server.Composition;

// What is done at the centre about complaints that are there.
internal sealed partial class House
{
    private const int MostTasks = 10_000;

    public TaskWords TaskWords => new(ledger, Payloads, Preparation, Vault);

    public StartTask StartTask => new(ledger, TaskWords, Vault, Registry, Identifiers, Time);

    public LinkComplaint LinkComplaint => new(ledger, Move, StartTask, Registry, Identifiers, Time);

    public SettleTask SettleTask => new(ledger, Registry, Identifiers, Time);

    /// <summary>
    /// The tasks that a person must bring on: what is parked or in doubt without a time of its own, and all that is open where nothing goes
    /// by itself.
    /// </summary>
    /// <param name="andLooked">Those in doubt too that are still looked for at the centre.</param>
    public async Task<IReadOnlyList<TaskRow>> TasksForPeopleAsync(bool andLooked, CancellationToken ct) =>
        [.. (await ledger.TasksInAsync([TaskState.Unknown, TaskState.Parked, TaskState.Waiting], MostTasks, ct)).Where(task =>
            (task.State != TaskState.Waiting && (andLooked || task.Due is null)) || Registry.Current.Destination(task.Destination) is not { Kind: "api" })];

    /// <summary>Takes dead leases of complaints away.</summary>
    public LeaseReaper NewReaper() => NewReaper(new ComplaintLeases(ledger, Identifiers, Time));

    /// <summary>Takes dead leases of tasks away.</summary>
    public LeaseReaper NewTaskReaper() => NewReaper(new TaskLeases(ledger, Identifiers, Time));

    /// <summary>Works tasks over what is in the house.</summary>
    public TaskRunner TasksTo(ICentral central) =>
        new(ledger, central, TaskWords, Vault, Registry, Identifiers, Settings.Forwarding, Crash, Time, Logs.CreateLogger<TaskRunner>());

    /// <summary>Reads back over what is in the house.</summary>
    public ReadBack ReadBackFrom(ICentral central) => new(ledger, central, Vault, Registry, Identifiers, Time, Logs.CreateLogger<ReadBack>());

    private LeaseReaper NewReaper(ILeases leases) => new(leases, Registry, Time, Logs.CreateLogger<LeaseReaper>());
}
