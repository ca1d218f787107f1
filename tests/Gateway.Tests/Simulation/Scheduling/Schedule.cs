using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Parts;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// Plays one list of choices: a phase in which anything may go wrong, then a quiet one in which everything must come to rest, then the
/// promises. One thread, no waiting.
/// </summary>
internal sealed partial class Schedule
{
    /// <summary>Steps in which, once faults have stopped, a complaint must have come to rest; of each node, since they share the work.</summary>
    public const int QuietSteps = 300;

    private static readonly int[] StormSteps = [120, 60, 200];

    private readonly World world;
    private readonly List<(Node Node, Actor Actor)> due = [];

    private Schedule(World world) => this.world = world;

    /// <summary>Plays a schedule.</summary>
    /// <param name="choices">The list, or the seed of one.</param>
    /// <param name="mutant">What the world gets wrong on purpose.</param>
    /// <param name="trace">Where each step is written down; null for none.</param>
    /// <param name="coverage">Where the faults that struck are counted; null for nowhere.</param>
    public static Verdict Play(Choices choices, Mutant mutant, List<string>? trace = null, Coverage? coverage = null)
    {
        var world = new World(choices, mutant, coverage ?? new Coverage(), trace);
        try
        {
            var quiet = new Schedule(world).Run();
            Promises.Check(world);
            return new Verdict(null, choices.Used, quiet);
        }
        catch (BrokenPromiseException broken)
        {
            world.Note("BROKEN: " + broken.Message);
            return new Verdict(broken.Message, choices.Used, 0);
        }
    }

    /// <summary>A world without faults, played until a call of that name waits: the beginning of a test that goes on by hand.</summary>
    /// <param name="name">Name of the call.</param>
    /// <param name="channel">Where the one item lies, of <see cref="SimulatedSources.Channels"/>.</param>
    public static (World World, PendingCall Call) PlayUntil(string name, int channel = 0)
    {
        var world = new World(Choices.Of([]), Mutant.None, new Coverage(), null) { IsQuiet = true };
        var schedule = new Schedule(world);
        world.Sources.Arrive(Choices.Of([channel]));
        for (var step = 0; step < QuietSteps; step++)
        {
            if (world.Pending.Find(call => call.Name == name) is { } found) return (world, found);
            schedule.QuietStep(_ => true);
        }

        throw new BrokenPromiseException($"{name} was never called.");
    }

    /// <summary>The end of a test that went on by hand: without faults everything comes to rest, and every promise holds.</summary>
    public static void ComeToRest(World world)
    {
        new Schedule(world).Rest();
        Promises.Check(world);
    }

    private int Run()
    {
        if (world.BeginsDelivered) DeliverQuietly();
        if (world.IsFollowing) world.Sources.ArriveFor(review: true);
        if (world.Aim.IsAtForwarding) world.Sources.ArriveFor(review: false);
        for (var arrivals = (world.IsLying ? 2 : 1) + world.Choices.Next(4); arrivals > 0; arrivals--) world.Sources.Arrive(world.Choices);
        // A backup of the night before knows nothing of what comes in now.
        if (world.Restoration is { } restoration && world.Choices.Next(2) == 1) restoration.Act();
        if (world.Aim.BeginsTakenIn ?? world.Choices.Next(4) > 0) TakeInQuietly();
        if (world.IsFollowing && world.Choices.Next(4) > 0) AskQuietly();
        world.Note("faults begin");
        for (var steps = world.Choices.Of(StormSteps); steps > 0; steps--) StormStep();
        BecomeQuiet();
        return Rest();
    }

    private int Rest()
    {
        var most = QuietSteps * Math.Max(world.Nodes.Count, Promises.CountRestless(world));
        // What takes the process down must do so six times before it is parked, and everybody begins again each time.
        if (world.Ledger.Complaints.Any(world.Sources.IsKiller)) most *= 3;
        for (var step = 0; step < most; step++)
        {
            if (Promises.IsAtRest(world)) return step;
            QuietStep(_ => true);
        }

        throw new BrokenPromiseException("Stuck: " + Promises.WhatIsStuck(world));
    }

    private void DeliverQuietly()
    {
        world.Sources.ArriveFor(review: false);
        Quietly(() => IsTakingIn() || world.Ledger.HasRestless, _ => true);
    }

    // Most storms begin with complaints that are ready to go: the subtle things happen at the centre. Or else to be judged.
    private void TakeInQuietly() => Quietly(
        () => IsTakingIn() && !(world.Aim.IsAtDeadly && world.Ledger.Arrivals.Any(arrival => arrival.Tries == 2)),
        actor => actor.Name is not ("relay" or "sweeper") && !(world.Aim.IsAtJudging && actor.Name == "gates"));

    // Half of what is done about a complaint at the centre was asked for before faults begin.
    private void AskQuietly()
    {
        world.OfficersCalled = Officers.QuietActs;
        Quietly(() => world.OfficersCalled > 0 || world.Pending.Count > 0, actor => actor.Name is not ("relay" or "sweeper" or "tasks"));
    }

    private void Quietly(Func<bool> goesOn, Func<Actor, bool> mayStart)
    {
        world.IsQuiet = true;
        for (var step = 0; goesOn(); step++)
        {
            if (step > QuietSteps * world.Sources.Items.Count) throw new BrokenPromiseException("Stuck before the faults: " + Promises.WhatIsStuck(world));
            QuietStep(mayStart);
        }

        world.IsQuiet = false;
    }

    private bool IsTakingIn() =>
        world.Pending.Count > 0 || (world.Ledger.Has(ComplaintState.Recorded) && !world.Aim.IsAtJudging) || world.Ledger.HasUnfinished || world.Sources.HasWaiting;

    private void BecomeQuiet()
    {
        world.Note("faults stop");
        (world.IsQuiet, world.OfficersCalled) = (true, 0);
        var now = world.Clock.Now;
        (world.Broker.AwayUntil, world.DatabaseAwayUntil, world.DiskFullUntil) = (now, now, now);
        foreach (var node in world.Nodes) node.StoppedUntil = now;
        foreach (var call in world.Pending) call.NotBefore = DateTimeOffset.MinValue;
    }

    private void QuietStep(Func<Actor, bool> mayStart)
    {
        world.RunLater();
        if (world.Pending.Count > 0)
        {
            var call = world.Pending[0];
            if (world.Trace is not null) world.Note($"{call.Node.Name} {call.Actor.Name}: {call.Name}");
            if (!call.IsDone && !call.FailsLater) Happen(call);
            Answer(call);
        }
        else if (FirstDue(mayStart) is (var node, var actor))
        {
            Start(node, actor);
        }
        else
        {
            Advance(NextQuietMoment());
        }

        SettleActors();
    }

    private bool IsAsleep => world.Ledger.HasOnlyRetries && !world.Sources.HasWaiting && !world.Ledger.HasUnfinished && world.Broker.Count == 0;

    // Looking at an empty desk every two seconds would be most of the steps; but a wake-up that waits only for its slot gets it.
    private DateTimeOffset NextQuietMoment()
    {
        var next = NextMoment();
        var soon = world.Clock.Now + TimeSpan.FromMinutes(4);
        // Nor does anybody look for hours while the centre asked for peace, or every complaint waits for its next try.
        if (world.NotBefore is { } wait && wait > soon) soon = wait;
        if (IsAsleep && world.Clock.TrueTimeOf(world.Ledger.NextDue!.Value) is var dueAt && dueAt > soon) soon = dueAt;
        var waitsForSlot = next == world.Clock.NextTimer || (next == world.Broker.NextVisible() && !world.Ledger.Has(ComplaintState.Forwarding));
        return next > soon || waitsForSlot ? next : soon;
    }

    private (Node Node, Actor Actor)? FirstDue(Func<Actor, bool> mayStart)
    {
        (Node, Actor)? first = null;
        var earliest = DateTimeOffset.MaxValue;
        foreach (var node in world.Nodes)
        {
            foreach (var actor in node.Actors)
            {
                if (actor.NextAt >= earliest || !IsDue(actor) || !mayStart(actor)) continue;
                (first, earliest) = ((node, actor), actor.NextAt);
            }
        }

        return first;
    }
}
