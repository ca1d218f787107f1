using Gateway.Core.FollowUps;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>How officers link complaints, start tasks and settle those in doubt: truthfully, after a look at the centre.</summary>
internal sealed class TaskActs(World world, ILedger ledger, LinkComplaint link, StartTask start, SettleTask settle, Officer officer)
{
    private static readonly string[] Institutions = ["101", "102"];
    private static readonly OperationResult Nothing = new(false, "nothing-to-do");

    public async Task<OperationResult> LinkAsync(ComplaintRow row)
    {
        if (Earlier(row) is not { } first) return Nothing;
        return world.Choices.Next(4) == 3
            ? await link.DuplicateAsync(row.Number, first.Number, officer, default)
            : await link.FollowUpAsync(row.Number, first.Number, officer, default);
    }

    public async Task<OperationResult> RelateAsync(ComplaintRow row) =>
        Earlier(row) is { } first ? await link.RelatedAsync(row.Number, first.Number, officer, default) : Nothing;

    public Task<OperationResult> HandOnAsync(ComplaintRow row) => start.HandOnAsync(row.Number, world.Choices.Of(Institutions), officer, default);

    public async Task<OperationResult> SettleAsync(ComplaintRow row)
    {
        var tasks = await ledger.TasksAsync(row.Number, default);
        if (tasks.FirstOrDefault(task => task.State is TaskState.Unknown or TaskState.Parked) is { } stuck)
        {
            if (stuck.State == TaskState.Parked) return await settle.ReplayAsync(stuck, officer, default);
            // Known to people who look at a clock: they wait until it is to be trusted again.
            if (world.IsCalendarNew) return Nothing;
            return IsThere(stuck) ? await settle.DoneAsync(stuck, officer, default) : await settle.NotDoneAsync(stuck, officer, default);
        }

        return tasks.FirstOrDefault(task => task is { State: TaskState.Waiting, Kind: TaskKind.HandOn }) is { } waiting ? await settle.DropAsync(waiting, officer, default) : Nothing;
    }

    private bool IsThere(TaskRow task) => task.Kind == TaskKind.FollowUp
        ? world.Centre.Tasks.Has(FollowUpText.MarkerOf(task))
        : task.CentralId is { } id && world.Centre.Tasks.DispositionOf(id) == task.Origin;

    private ComplaintRow? Earlier(ComplaintRow row) =>
        world.Ledger.Complaints.Where(other => other.Position < row.Position && other.State is not (ComplaintState.Duplicate or ComplaintState.Discarded)).MaxBy(other => other.State == ComplaintState.Delivered);
}
