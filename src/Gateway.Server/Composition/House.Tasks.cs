using Gateway.Core.FollowUps;
using Gateway.Core.Forwarding;
using Gateway.Core.Operations;

namespace Gateway.Server.Composition;

// What is done at the centre about complaints that are there.
internal sealed partial class House
{
    public TaskWords TaskWords => new(ledger, Payloads, Preparation, Vault);

    public StartTask StartTask => new(ledger, TaskWords, Vault, Registry, Identifiers, Time);

    public LinkComplaint LinkComplaint => new(ledger, Move, StartTask, Registry, Identifiers, Time);

    public SettleTask SettleTask => new(ledger, Registry, Identifiers, Time);

    public TaskReaper NewTaskReaper() => new(ledger, Registry, Identifiers, Time, Logs.CreateLogger<TaskReaper>());

    /// <summary>Works tasks over what is in the house.</summary>
    public TaskRunner TasksTo(ICentral central) =>
        new(ledger, central, TaskWords, Vault, Registry, Identifiers, Settings.Forwarding, Crash, Time, Logs.CreateLogger<TaskRunner>());

    /// <summary>Reads back over what is in the house.</summary>
    public ReadBack ReadBackFrom(ICentral central) => new(ledger, central, Vault, Registry, Identifiers, Time, Logs.CreateLogger<ReadBack>());
}
