using Gateway.Core;
using Gateway.Tests.Simulation.Ledger;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// One process of the gateway: fresh objects of Core and the loops that drive them. When it dies nothing it asked for is answered any
/// more; what it had written stays with the world. Stopped (SIGSTOP) it stands still and goes on later as if nothing had been.
/// </summary>
internal sealed class Node(World world, int ordinal) : ICrashPoints
{
    public string Name { get; } = $"node-{ordinal}";

    public World World => world;

    /// <summary>The disk it began on; after a restore it is another.</summary>
    public SimulatedLedger Ledger { get; } = world.Ledger;

    public bool IsAlive { get; private set; } = true;

    /// <summary>Stopped until then; what it had sent off may arrive meanwhile.</summary>
    public DateTimeOffset StoppedUntil { get; set; } = DateTimeOffset.MinValue;

    public bool IsStopped => StoppedUntil > world.Clock.Now;

    public IReadOnlyList<Actor> Actors { get; set; } = [];

    /// <summary>A call of the actor that runs now; it happens when the schedule picks it, never if the node is dead.</summary>
    public Task<T> Ask<T>(Seam seam, string name, Func<PendingCall, T> effect)
    {
        if (!IsAlive) return new TaskCompletionSource<T>().Task;
        var call = new PendingCall<T>(this, world.Running, seam, name, world.Clock.Now, effect);
        world.Pending.Add(call);
        return call.Task;
    }

    public void Reach(CrashPoint point)
    {
        if (!IsAlive) return;
        world.Coverage.Count(point.ToString(), "reached");
        if (world.IsQuiet || (world.Aim.At(point.ToString(), world.Choices) is null && !world.Choices.Strikes(world.CrashPercent))) return;
        world.Coverage.Count(point.ToString(), Fault.Crash);
        world.Note($"crash at {point}");
        world.Crash(this);
        throw new SimulatedCrashException();
    }

    public void Die() => IsAlive = false;
}
