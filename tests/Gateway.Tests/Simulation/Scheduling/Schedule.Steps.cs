namespace Gateway.Tests.Simulation.Scheduling;

// What a step is made of.
internal sealed partial class Schedule
{
    private bool IsDue(Actor actor) => actor.IsIdle && actor.NextAt <= world.Clock.Now && actor.HasWork;

    private void Start(Node node, Actor actor)
    {
        if (world.Trace is not null) world.Note($"{node.Name} {actor.Name} starts");
        world.Running = actor;
        actor.Start();
    }

    private void Happen(PendingCall call)
    {
        call.Happen();
        if (call.Seam is Seam.LedgerWrite or Seam.Lease && !world.Mutant.IsUnwatched) world.Witness.LookAround();
    }

    private void Answer(PendingCall call)
    {
        if (call.FailsLater)
        {
            Fail(call);
            return;
        }

        world.Pending.Remove(call);
        world.Running = call.Actor;
        call.Answer();
    }

    private void Fail(PendingCall call)
    {
        world.Pending.Remove(call);
        world.Running = call.Actor;
        call.IsOrphaned = true;
        call.Fail(Ways.Outage(call.Seam));
    }

    private void Advance(DateTimeOffset moment)
    {
        Watch(moment);
        world.Clock.AdvanceTo(moment);
        world.Note("time goes on");
    }

    private void SettleActors()
    {
        var now = world.Clock.Now;
        foreach (var node in world.Nodes)
        {
            foreach (var actor in node.Actors)
            {
                if (actor.Settle(now) is { } thrown && !Ways.IsForeseen(thrown))
                    throw new BrokenPromiseException($"{actor.Name} threw {thrown}");
            }
        }
    }

    private DateTimeOffset NextMoment()
    {
        var now = world.Clock.Now;
        var next = now + TimeSpan.FromHours(12);
        foreach (var call in world.Pending) next = Earlier(next, call.NotBefore);
        foreach (var node in world.Nodes)
        {
            if (node.StoppedUntil > now)
            {
                next = Earlier(next, node.StoppedUntil);
                continue;
            }

            foreach (var actor in node.Actors)
                if (actor.NextAt > now && actor.NextAt < next && actor.IsIdle && actor.HasWork) next = actor.NextAt;
        }

        if (world.Broker.NextVisible() is { } visible) next = Earlier(next, visible);
        if (world.NextLater is { } later) next = Earlier(next, later);
        if (world.Clock.NextTimer is { } rings) next = Earlier(next, rings);
        if (world.Ledger.NextDue is { } dueAt) next = Earlier(next, world.Clock.TrueTimeOf(dueAt));
        if (world.Ledger.NextTaskDue is { } taskAt) next = Earlier(next, world.Clock.TrueTimeOf(taskAt));
        return next;

        DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => other > now && other < one ? other : one;
    }
}
