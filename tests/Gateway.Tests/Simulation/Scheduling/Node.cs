using Gateway.Core;
using Gateway.Tests.Simulation.Ledger;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// One process of the gateway: fresh objects of Core and the loops that drive them. When it dies nothing it asked for is answered any
/// more; what it had written stays with the world. Stopped (SIGSTOP) it stands still and goes on later as if nothing had been.
/// </summary>
internal sealed class Node(World world, int ordinal) : ICrashPoints
{
    private static readonly string[] Points = Enum.GetNames<CrashPoint>();

    public string Name { get; } = $"node-{ordinal}";

    public World World => world;

    /// <summary>The disk it began on; after a restore it is another.</summary>
    public SimulatedLedger Ledger { get; } = world.Ledger;

    public bool IsAlive { get; private set; } = true;

    /// <summary>Stopped until then; what it had sent off may arrive meanwhile.</summary>
    public DateTimeOffset StoppedUntil { get; set; } = DateTimeOffset.MinValue;

    public bool IsStopped => StoppedUntil > world.Clock.Now;

    // An array: each step of a schedule looks at all of them.
    public Actor[] Actors { get; set; } = [];

    /// <summary>A call of the actor that runs now; it happens when the schedule picks it, never if the node is dead.</summary>
    public Task<T> Ask<T>(Seam seam, string name, Func<PendingCall, T> effect) => AskLedger(seam, name, call => Task.FromResult(effect(call)));

    /// <summary>The same for a ledger, which answers at once.</summary>
    public Task<T> AskLedger<T>(Seam seam, string name, Func<PendingCall, Task<T>> effect)
    {
        if (!IsAlive) return new TaskCompletionSource<T>().Task;
        var call = new PendingCall<T>(this, world.Running, seam, name, world.Clock.Now, effect);
        world.Pending.Add(call);
        return call.Task;
    }

    public void Reach(CrashPoint point)
    {
        if (!IsAlive) return;
        var name = Points[(int)point];
        world.Coverage.Count(name, "reached");
        if (world.IsQuiet || (world.Aim.At(name, world.Choices) is null && !world.Choices.Strikes(world.CrashPercent))) return;
        world.Coverage.Count(name, Fault.Crash);
        world.Note($"crash at {point}");
        world.Crash(this);
        throw new SimulatedCrashException();
    }

    public void Die() => IsAlive = false;
}
