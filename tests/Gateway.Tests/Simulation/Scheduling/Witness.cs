using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>Promises that can only be judged at the moment: when something is claimed, taken away, published or acknowledged.</summary>
internal sealed class Witness(World world)
{
    private readonly Dictionary<string, DateTimeOffset> beats = [];
    private readonly Dictionary<Actor, (string Number, int Version, int Destination, TimeSpan Drift)> taken = [];
    private int loose;

    private Destination Settings => world.Registry.Destinations[0];

    private DestinationRow? Destination => world.Ledger.Destination(Settings.Key);

    /// <summary>What is always true, whatever has just been written.</summary>
    public void LookAround()
    {
        var (published, underWay) = (0, 0);
        foreach (var row in world.Ledger.Complaints)
        {
            // What tells of danger to life goes past the window.
            if (row is { Published: not null, Danger: null, State: S.Queued or S.Retrying }) published++;
            if (row.State == S.Forwarding) underWay++;
            if (row.State is not (S.Unknown or S.Delivered or S.Forwarding) && world.Ledger.IsInDoubt(row.Number)) throw Broken($"{row.Number} is {row.State}, but a create of it may be at the centre");
            // What a person settled goes once more, whatever it has cost; a machine does not try again.
            if (row.State == S.Retrying && row.Attempts >= Settings.Attempts) throw Broken($"{row.Number} was tried {row.Attempts} times and is to be tried again");
            if (row.Claims > 6) throw Broken($"{row.Number} was claimed {row.Claims} times without an attempt");
        }

        if (underWay > Settings.MaxConcurrency) throw Broken($"{underWay} complaints are being forwarded at once, {Settings.MaxConcurrency} may be");
        // Each node looks for room on its own, and what nobody knows of any more counts beside it.
        if (published > (world.Window * world.Nodes.Count) + loose) throw Broken($"{published} wake-ups are published, the window has room for {world.Window}");
    }

    public void Claimed(PendingCall call, IReadOnlyList<ComplaintRow> before, DateTimeOffset now, ComplaintRow? claimed)
    {
        if (claimed is null) return;
        var row = before.First(row => row.Number == claimed.Number);
        if (row.LeaseToken == claimed.LeaseToken) return;
        beats[row.Number] = world.Clock.Now;
        if (row.State is not (S.Queued or S.Retrying)) throw Broken($"{row.Number} was claimed while it was {row.State}");
        if (row.Due > now) throw Broken($"{row.Number} was claimed {row.Due - now} before it was due");
        if (call.Actor.SawPaused && !call.IsOrphaned) throw Broken($"{row.Number} was claimed although its destination was seen paused");
    }

    public void Renewed(string number) => beats[number] = world.Clock.Now;

    public void Reaped(Actor actor, string number)
    {
        var age = world.Clock.Now - beats[number];
        if (actor.Name == "reaper" && age < Settings.SafeLease) throw Broken($"The lease of {number} was taken away after {age}, it is good for {Settings.SafeLease}");
    }

    /// <summary>What one node does for all is written by that node alone, also when it was frozen since it looked.</summary>
    public void Moved(Node node, Move move)
    {
        if (move.Under is { } hold && world.Ledger.Duty(hold.Duty).Node is var has && has != node.Name) throw Broken($"{move.Number} was moved by {node.Name}, while {has} has the duty '{hold.Duty}'");
    }

    /// <summary>A node may be slow with what it took; only a dead one's is taken up by another.</summary>
    public void Tried(Node node, ArrivalRow arrival)
    {
        if (arrival.Node is { } worker && worker != node.Name && world.Ledger.Knows(worker)) throw Broken($"{node.Name} took up arrival {arrival.Id}, on which {worker} works");
    }

    public void ClaimedTask(PendingCall call, TaskRow task)
    {
        beats[task.Id] = world.Clock.Now;
        if (world.Ledger.Complaint(task.Number) is not { State: S.Delivered }) throw Broken($"{task.Name} was claimed although its complaint is not at the centre");
        if (call.Actor.SawPaused && !call.IsOrphaned) throw Broken($"{task.Name} was claimed although its destination was seen paused");
    }

    public void ReapedTask(Actor actor, string id)
    {
        var age = world.Clock.Now - beats[id];
        if (actor.Name == "reaper" && age < Settings.SafeLease) throw Broken($"The lease of task {id} was taken away after {age}, it is good for {Settings.SafeLease}");
    }

    public void MarkedPublished(PendingCall call)
    {
        if (call.IsOrphaned) loose++;
    }

    /// <summary>A wake-up was taken: if its complaint can go now, then something must have come of it before it is acknowledged.</summary>
    public void Took(Actor actor, string number)
    {
        taken.Remove(actor);
        if (world.Ledger.Complaint(number) is { } row && CanGo(row) && Destination is { State: DestinationState.Open } open) taken[actor] = (number, row.Version, open.Version, world.Clock.Drift);
    }

    public void Acknowledged(Actor actor, string number)
    {
        if (!taken.Remove(actor, out var then) || then.Number != number) return;
        if (world.Ledger.Complaint(number) is { } row && CanGo(row) && (row.Version, Destination?.Version, world.Clock.Drift) == (then.Version, then.Destination, then.Drift))
            throw Broken($"The wake-up of {number} was acknowledged and nothing came of it");
    }

    private bool CanGo(ComplaintRow row) =>
        row.State is S.Queued or S.Retrying && row.Wish is null && (row.Due is null || row.Due <= world.Clock.GetUtcNow());

    private static BrokenPromiseException Broken(string message) => new(message + ".");
}
