using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Scheduling;

// Whoever waits for a dead one's work looks all the while, as in the server, where a look comes every second: two looks that are far apart
// are no watch. Of that only the reading goes by itself; what comes of it waits for the schedule like everything else.
internal sealed partial class Schedule
{
    // In a longer time all have been seen dead that are.
    private const int MostLooks = 12;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(40);
    private static readonly HashSet<string> Looking = ["Leases", "TasksIn", "Beat", "Nodes"];

    private bool IsWatched => world.Ledger.Has(ComplaintState.Forwarding) || world.Ledger.HasRunningTask || world.Ledger.NodeCount > world.Nodes.Count;

    private void Watch(DateTimeOffset until)
    {
        for (var looks = 0; looks < MostLooks && IsWatched && world.Clock.Now + BetweenLooks <= until; looks++)
        {
            world.Clock.AdvanceTo(world.Clock.Now + BetweenLooks);
            foreach (var node in world.Nodes)
            {
                if (node.IsStopped) continue;
                foreach (var actor in node.Actors)
                    if (actor.Name is "reaper" or "heartbeat") Look(node, actor);
            }

            SettleActors();
        }
    }

    private void Look(Node node, Actor actor)
    {
        if (IsDue(actor)) Start(node, actor);
        while (world.Pending.Find(call => call.Actor == actor && call.NotBefore <= world.Clock.Now) is { IsDone: false, FailsLater: false } call && Looking.Contains(call.Name))
        {
            if (world.DatabaseAwayUntil > world.Clock.Now || world.DiskFullUntil > world.Clock.Now)
            {
                Fail(call);
                continue;
            }

            Happen(call);
            Answer(call);
        }
    }
}
