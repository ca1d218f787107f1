using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Server.Words;

namespace Gateway.Server.Commands;

/// <summary>How far the words of a complaint got that go to an earlier one as a follow-up: its own reason does not change with that.</summary>
internal sealed class FollowUpTask(House house)
{
    // Thousands may follow one complaint.
    private readonly Dictionary<string, Dictionary<string, TaskRow>> ofFirst = [];

    /// <summary>The task that posts them; null when they go nowhere.</summary>
    public async Task<TaskRow?> OfAsync(ComplaintRow row, CancellationToken ct)
    {
        if (row is not { State: ComplaintState.Duplicate, LinkTo: { } first }) return null;
        if (!ofFirst.TryGetValue(first, out var tasks))
        {
            ofFirst[first] = tasks = (await house.Ledger.TasksAsync(first, ct)).Where(task => task.Kind == TaskKind.FollowUp)
                .GroupBy(task => task.Origin, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        }

        return tasks.GetValueOrDefault(row.Number);
    }

    /// <summary>Where it stands, and the way back while there is one.</summary>
    public static string Line(TaskRow task, WordList words) =>
        words[task is { State: TaskState.Waiting or TaskState.Parked, DoubtSince: null } ? "list.follow-up-open" : "list.follow-up", task.Name, words["task." + Wire.Name(task.State)], task.Origin];
}
