using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>How far the words of a complaint got that go to an earlier one as a follow-up: its own reason does not change with that.</summary>
internal static class FollowUpTask
{
    /// <summary>The task that posts them; null when they go nowhere.</summary>
    public static async Task<TaskRow?> OfAsync(House house, ComplaintRow row, CancellationToken ct) => row is { State: ComplaintState.Duplicate, LinkTo: { } first }
        ? (await house.Ledger.TasksAsync(first, ct)).LastOrDefault(task => task.Kind == TaskKind.FollowUp && task.Origin == row.Number)
        : null;

    /// <summary>Where it stands, and the way back while there is one.</summary>
    public static string Line(TaskRow task, WordList words) =>
        words[task is { State: TaskState.Waiting or TaskState.Parked, DoubtSince: null } ? "list.follow-up-open" : "list.follow-up", task.Name, words["task." + Wire.Name(task.State)], task.Origin];
}
