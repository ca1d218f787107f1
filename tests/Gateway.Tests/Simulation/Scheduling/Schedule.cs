using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// Plays one list of choices: a phase in which anything may go wrong, then a quiet one in which everything must come to rest, then the
/// promises. One thread, no waiting.
/// </summary>
internal sealed class Schedule
{
    /// <summary>Steps in which, once faults have stopped, a complaint must have come to rest; of each node, since they share the work.</summary>
    public const int QuietSteps = 300;

    private static readonly int[] StormSteps = [120, 60, 200];

    private static readonly TimeSpan[] Jumps =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(20), TimeSpan.FromHours(2)];

    private readonly World world;

    private Schedule(World world) => this.world = world;

    /// <summary>Plays a schedule.</summary>
    /// <param name="choices">The list, or the seed of one.</param>
    /// <param name="mutant">What the world gets wrong on purpose.</param>
    /// <param name="trace">Where each step is written down; null for none.</param>
    public static Verdict Play(Choices choices, Mutant mutant, List<string>? trace = null)
    {
        var world = new World(choices, mutant, trace);
        try
        {
            var quiet = new Schedule(world).Run();
            Promises.Check(world);
            return new Verdict(null, choices.Used, world.Coverage, quiet);
        }
        catch (BrokenPromiseException broken)
        {
            world.Note("BROKEN: " + broken.Message);
            return new Verdict(broken.Message, choices.Used, world.Coverage, 0);
        }
    }

    /// <summary>A world without faults, played until a call of that name waits: the beginning of a test that goes on by hand.</summary>
    public static (World World, PendingCall Call) PlayUntil(string name)
    {
        var world = new World(Choices.Of([]), Mutant.None, null) { IsQuiet = true };
        var schedule = new Schedule(world);
        world.Sources.Arrive(world.Choices);
        for (var step = 0; step < QuietSteps; step++)
        {
            if (world.Pending.Find(call => call.Name == name) is { } found) return (world, found);
            schedule.QuietStep(_ => true);
        }

        throw new BrokenPromiseException($"{name} was never called.");
    }

    private int Run()
    {
        for (var arrivals = 1 + world.Choices.Next(4); arrivals > 0; arrivals--) world.Sources.Arrive(world.Choices);
        if (world.Choices.Next(4) > 0) TakeInQuietly();
        for (var steps = world.Choices.Of(StormSteps); steps > 0; steps--) StormStep();
        BecomeQuiet();
        var most = QuietSteps * Math.Max(world.Nodes.Count, Promises.CountRestless(world));
        for (var step = 0; step < most; step++)
        {
            if (Promises.IsAtRest(world)) return step;
            QuietStep(_ => true);
        }

        throw new BrokenPromiseException("Stuck: " + Promises.WhatIsStuck(world));
    }

    // Most storms begin with complaints that are ready to go: the subtle things happen at the centre.
    private void TakeInQuietly()
    {
        world.IsQuiet = true;
        while (world.Sources.Items.Any(item => !item.IsTold) || world.Ledger.HasUnfinished || world.Ledger.Has(ComplaintState.Recorded) || world.Pending.Count > 0)
            QuietStep(actor => actor.Name is not ("relay" or "sweeper"));
        world.IsQuiet = false;
        world.Note("faults begin");
    }

    private void StormStep()
    {
        Before();
        switch (world.Choices.Next(100))
        {
            case < 80: Proceed(); break;
            case < 88: Advance(world.Clock.Now + world.Choices.Of(Jumps)); break;
            case < 93: world.OfficersCalled++; break;
            case < 95 when world.Sources.Items.Count < 6: world.Sources.Arrive(world.Choices); break;
            case < 96: world.Broker.DoubleFirst(); break;
            case < 97: world.Broker.LoseAll(); break;
            case < 98: world.Broker.AwayUntil = world.Clock.Now + world.Choices.Of(Ways.Freezes); break;
            case < 99 when world.Choices.Strikes(10 * world.CrashPercent): Crash(); break;
            default: break;
        }

        After();
    }

    private void Crash()
    {
        world.Coverage.Count("anywhere", "crash");
        world.Note("crash between two steps");
        world.Crash(world.Choices.Of(world.Nodes));
    }

    private void Proceed()
    {
        List<PendingCall> calls = [.. world.Pending.Where(call => call.NotBefore <= world.Clock.Now)];
        // Half of the time something that concerns the centre goes on, or the storm would be over before much was sent.
        if (world.Choices.Next(2) == 1 && calls.FindAll(call => call.Actor.IsForwarding) is { Count: > 0 } forwarding)
        {
            Proceed(world.Choices.Of(forwarding));
            return;
        }

        List<(Node Node, Actor Actor)> actors = [.. Due()];
        if (calls.Count + actors.Count == 0)
        {
            Advance(NextMoment());
            return;
        }

        var chosen = world.Choices.Next(calls.Count + actors.Count);
        if (chosen < calls.Count) Proceed(calls[chosen]);
        else Start(actors[chosen - calls.Count].Node, actors[chosen - calls.Count].Actor);
    }

    private void Proceed(PendingCall call)
    {
        if (call.IsDone)
        {
            Answer(call);
            return;
        }

        var strikes = world.Choices.Strikes(Ways.Percent(call.Seam, world.FaultPercent));
        var way = strikes ? world.Choices.Of(Ways.Of(call.Seam, world.IsSleepy)) : "";
        world.Coverage.Count(call.Name, way.Length == 0 ? "well" : way);
        world.Note($"{call.Node.Name} {call.Actor.Name}: {call.Name} {way}");
        switch (way)
        {
            case "fails":
                Fail(call);
                break;
            case "lost":
                call.Happen();
                Fail(call);
                break;
            case "overtaken":
                Fail(call);
                world.Later(TimeSpan.FromSeconds(20), call.Happen);
                break;
            case "late":
                call.Happen();
                Freeze(call);
                break;
            case "frozen":
                Freeze(call);
                break;
            default:
                call.Way = way;
                call.Happen();
                if (Ways.IsTimeOut(way)) call.NotBefore = world.Clock.Now + TimeSpan.FromSeconds(90);
                else Answer(call);
                break;
        }
    }

    private void Freeze(PendingCall call) =>
        call.NotBefore = world.Clock.Now + (world.IsSleepy ? Ways.Freezes[^1] : world.Choices.Of(Ways.Freezes));

    private void BecomeQuiet()
    {
        world.Note("faults stop");
        world.IsQuiet = true;
        world.Broker.AwayUntil = world.Clock.Now;
        foreach (var call in world.Pending) call.NotBefore = DateTimeOffset.MinValue;
    }

    private void QuietStep(Func<Actor, bool> mayStart)
    {
        Before();
        if (world.Pending.Count > 0)
        {
            var call = world.Pending[0];
            world.Note($"{call.Node.Name} {call.Actor.Name}: {call.Name}");
            if (!call.IsDone) call.Happen();
            Answer(call);
        }
        else if (Due().Where(due => mayStart(due.Actor)).OrderBy(due => due.Actor.NextAt).FirstOrDefault() is { Actor: { } actor, Node: { } node })
        {
            Start(node, actor);
        }
        else
        {
            // Looking at an empty desk every two seconds would be most of the steps; but a wake-up that waits only for its slot gets it.
            var next = NextMoment();
            var soon = world.Clock.Now + TimeSpan.FromMinutes(4);
            var waitsForSlot = next == world.Broker.NextVisible() && !world.Ledger.Has(ComplaintState.Forwarding);
            Advance(next > soon || waitsForSlot ? next : soon);
        }

        After();
    }

    private void Before()
    {
        world.RunLater();
    }

    private void After()
    {
        foreach (var actor in Actors())
        {
            if (actor.Settle(world.Clock.Now) is { } thrown && !Ways.IsForeseen(thrown))
                throw new BrokenPromiseException($"{actor.Name} threw {thrown}");
        }
    }

    private IEnumerable<Actor> Actors() => world.Nodes.SelectMany(node => node.Actors);

    private IEnumerable<(Node Node, Actor Actor)> Due() =>
        from node in world.Nodes
        from actor in node.Actors
        where actor.IsIdle && actor.NextAt <= world.Clock.Now && actor.HasWork
        select (node, actor);

    private void Start(Node node, Actor actor)
    {
        world.Note($"{node.Name} {actor.Name} starts");
        world.Running = actor;
        actor.Start();
    }

    private void Answer(PendingCall call)
    {
        world.Pending.Remove(call);
        world.Running = call.Actor;
        call.Answer();
    }

    private void Fail(PendingCall call)
    {
        world.Pending.Remove(call);
        world.Running = call.Actor;
        call.Fail(Ways.Outage(call.Seam));
    }

    private void Advance(DateTimeOffset moment)
    {
        world.Clock.AdvanceTo(moment);
        world.Note("time goes on");
    }

    private DateTimeOffset NextMoment()
    {
        var now = world.Clock.Now;
        var next = now + TimeSpan.FromHours(12);
        foreach (var call in world.Pending) next = Earlier(next, call.NotBefore);
        foreach (var actor in Actors())
            if (actor.IsIdle && actor.HasWork) next = Earlier(next, actor.NextAt);
        if (world.Broker.NextVisible() is { } visible) next = Earlier(next, visible);
        if (world.NextLater is { } later) next = Earlier(next, later);
        return next;

        DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => other > now && other < one ? other : one;
    }
}
