using static Gateway.Core.Ledger.ActorKind;
using S = Gateway.Core.Ledger.TaskState;

namespace Gateway.Core.Ledger;

/// <summary>The one table of moves of a task. What is not here is refused, by whomever it is asked.</summary>
public static class TaskMoves
{
    /// <summary>Every allowed move; a claim alone leads to running.</summary>
    public static IReadOnlyList<(TaskState From, TaskState To, ActorKind[] By)> Table { get; } =
    [
        (S.Waiting, S.Running, [Worker]),
        (S.Unknown, S.Running, [Worker]),

        (S.Running, S.Done, [Worker]),
        (S.Running, S.Waiting, [Worker]),
        (S.Running, S.Parked, [Worker]),
        (S.Running, S.Unknown, [Worker]),

        (S.Waiting, S.Done, [Person]),
        (S.Waiting, S.Dropped, [Person]),

        (S.Parked, S.Waiting, [Person, Rule]),
        (S.Parked, S.Done, [Person]),
        (S.Parked, S.Dropped, [Person]),

        (S.Unknown, S.Done, [Person]),
        (S.Unknown, S.Waiting, [Person]),

        (S.Waiting, S.Unknown, [Restore]),
        (S.Running, S.Unknown, [Restore]),
        (S.Parked, S.Unknown, [Restore]),
        (S.Unknown, S.Unknown, [Restore]),
    ];

    /// <summary>True when <paramref name="by"/> may bring a task from one state to the other.</summary>
    public static bool Allows(TaskState from, TaskState to, ActorKind by) =>
        Table.Any(move => move.From == from && move.To == to && move.By.Contains(by));
}
