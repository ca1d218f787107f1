using Gateway.Core.Ledger;
using Gateway.Core.Nodes;
using Gateway.Infrastructure.Ledger;
using Gateway.Server.Workers;

namespace Gateway.Server.Composition;

// This process among those that share the ledger.
internal sealed partial class House
{
    private readonly CancellationTokenSource leaving = new();
    private readonly Heartbeat heartbeat;
    private Task beating = Task.CompletedTask;
    private bool isKnown;
    private bool hasTold;

    /// <summary>This process among those that share the ledger.</summary>
    public ThisNode Node { get; }

    /// <summary>What one node does for all; a worker asks before each step.</summary>
    public Duties Duties { get; }

    /// <summary>What a newer version wrote and this one leaves alone.</summary>
    public Strangers Strangers => ledger.Strangers;

    /// <summary>Names of the other nodes that work on the ledger. Of a shared one that takes up to a lease to tell.</summary>
    public async Task<IReadOnlyList<string>> OthersAtWorkAsync(CancellationToken ct)
    {
        await JoinAsync(ct);
        return await heartbeat.OthersAtWorkAsync(ct);
    }

    // Before anything is begun that another node must leave alone.
    private async Task JoinAsync(CancellationToken ct)
    {
        if (isKnown) return;
        await heartbeat.BeatAsync(ct);
        // Who has the lock of the house knows that all others are gone. On a shared ledger only a heart that stands still tells.
        if (!LedgerPlace.IsShared(Settings)) await heartbeat.RetireOthersAsync(ct);
        else beating = Task.Run(() => new WorkerLoop("heartbeat", StepAsync, Time, Logs.CreateLogger("worker")).RunAsync(leaving.Token), CancellationToken.None);
        isKnown = true;
    }

    private async Task<TimeSpan> StepAsync(CancellationToken ct)
    {
        try
        {
            await heartbeat.StepAsync(ct);
            await Registry.LoadAsync(ct);
        }
        catch (NewerRowException newer)
        {
            // What was in force here stays so.
            if (!hasTold) Logs.CreateLogger<House>().LogError("{Message}", newer.Message);
            hasTold = true;
        }
        catch (LedgerUnavailableException unavailable)
        {
            // No longer rest than else: who comes back late is taken for dead.
            Logs.CreateLogger<House>().LogWarning("The ledger is away, so that this node cannot show that it lives: {Message}", unavailable.Message);
        }

        return NodeLease.Default.Beat;
    }

    private async Task LeaveAsync()
    {
        await leaving.CancelAsync();
        await beating;
        try
        {
            if (isKnown) await heartbeat.LeaveAsync(CancellationToken.None);
        }
        catch (LedgerUnavailableException unavailable)
        {
            // The others see its heart stand still.
            Logs.CreateLogger<House>().LogWarning("The ledger is away, so that this node could not take its leave: {Message}", unavailable.Message);
        }

        leaving.Dispose();
    }
}
