using Gateway.Core.FollowUps;
using Gateway.Core.Ledger;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Scheduling;

// Tasks: what is done is there, what was taken back is not, and what is in doubt is said to be.
internal static partial class Promises
{
    private static void CheckTask(World world, TaskRow task)
    {
        var row = world.Ledger.Complaint(task.Number)!;
        Demand(task.State != TaskState.Running, $"{task.Name} is under way with nobody at it.");
        var isThere = task.Kind == TaskKind.FollowUp ? world.Centre.Tasks.Has(FollowUpText.MarkerOf(task)) : (bool?)null;
        if (task.State == TaskState.Done) Demand(isThere != false, $"{task.Name} is done, and the centre has no such follow-up.");
        // Linked anew after it was taken back, the same words may be there by another task.
        var isAlone = world.Ledger.Tasks.All(other => other.Id == task.Id || other.Origin != task.Origin);
        if (task.State is TaskState.Waiting or TaskState.Parked or TaskState.Dropped) Demand(isThere != true || !isAlone, $"{task.Name} is {task.State}, and the centre has it.");
        if (task.State is TaskState.Waiting or TaskState.Unknown && task.Due is not null) Demand(row.State != S.Delivered, $"{task.Name} is due and nothing happens.");
        if (task.State != TaskState.Unknown) Demand(task.DoubtSince is null, $"{task.Name} is {task.State} and in doubt at once.");
    }
}
