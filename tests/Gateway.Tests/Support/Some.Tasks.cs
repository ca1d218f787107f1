using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Support;

// Tasks and their attempts.
internal static partial class Some
{
    public static TaskStart TaskStart(string number, string origin, TaskKind kind = TaskKind.FollowUp) =>
        new(Id("task"), number, kind, origin, null, TaskState.Waiting, [new Reason("by-hand")], "budi", After(5));

    public static TaskClaim TaskClaim(TaskRow task) => new(task.Id, task.Destination, Id("lease"), After(12), 4);

    public static TaskMove TaskMove(TaskRow task, TaskState to) => new()
    {
        Id = Id("event"),
        Task = task.Id,
        From = TaskState.Running,
        To = to,
        Version = task.Version,
        LeaseToken = task.LeaseToken,
        By = ActorKind.Worker,
        Actor = "tasks",
        Reasons = [new Reason("by-hand")],
        At = After(8),
    };

    public static AttemptRow TaskAttempt(TaskRow task) => new()
    {
        Id = Id("attempt"),
        Number = task.Number,
        Task = task.Id,
        Destination = task.Destination,
        Step = AttemptStep.FollowUp,
        LeaseToken = task.LeaseToken!,
        Begun = After(7),
        RequestHash = "hash",
        Actor = "tasks",
        Node = "node-1",
    };

    public static AttemptEnd TaskEnd(AttemptRow attempt, AttemptOutcome outcome) => new()
    {
        Id = attempt.Id,
        Number = attempt.Number,
        LeaseToken = attempt.LeaseToken,
        At = After(8),
        Outcome = outcome,
        Counts = true,
    };
}
