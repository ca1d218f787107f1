using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Audit;
using Gateway.Core.Forwarding;
using Gateway.Core.Intake;
using Gateway.Core.Masters;
using Gateway.Core.Nodes;
using Gateway.Core.Operations;
using Gateway.Core.Relay;
using Gateway.Server.Composition;

namespace Gateway.Server.Workers;

/// <summary>All the loops of a running gateway: sources, gates, relay, sweeper, lease reaper, tasks, read-back, recovery.</summary>
internal sealed class Workforce(House house, IBroker broker, Forwarder forwarder, MasterDesk masters, ICentral central) : IAsyncDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    /// <summary>How often a node asks whether what another does for all is free.</summary>
    private static readonly TimeSpan OthersDuty = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stopping = new();
    private readonly List<Task> running = [];
    private readonly List<ISource> sources = [];

    /// <summary>Starts what the roles ask for.</summary>
    public void Start(bool intake, bool forward)
    {
        var time = house.Time;
        if (intake)
        {
            var turns = new GateTurns(house.Intake.IsAwaited, house.JudgeAsync, time);
            Run("gates", async ct => await turns.StepAsync(ct) ?? Short);
            Run("recovery", async ct =>
            {
                await house.Intake.RecoverAsync(ct);
                return TimeSpan.FromSeconds(30);
            });
            var atSources = new SourceTurns(house.Duties, house.Intake);
            foreach (var channel in house.Registry.Current.Channels) StartSource(channel, atSources);
        }

        if (!forward) return;
        var options = house.Settings.Forwarding;
        var relay = new OutboxRelay(house.Ledger, broker, house.Reader, house.Registry, options, house.Identifiers, house.Crash, time);
        var sweeper = new Sweeper(house.Ledger, broker, forwarder, house.Registry, options, time);
        var (reaper, taskReaper) = (house.NewReaper(), house.NewTaskReaper());
        var wishes = new ApplyWishes(house.Ledger, house.Identifiers, time);
        var (tasks, readBack) = (house.TasksTo(central), house.ReadBackFrom(central));
        Run("relay", async ct => await relay.StepAsync(ct) > 0 ? TimeSpan.Zero : Short);
        Run("sweeper", sweeper.StepAsync);
        Run("masters", async ct => await house.Duties.HoldsAsync("masters", ct) ? await masters.StepAsync(ct) : OthersDuty);
        Run("lease-reaper", async ct =>
        {
            await reaper.StepAsync(ct);
            return TimeSpan.FromSeconds(1);
        });
        // Each a loop of its own: what stops one stops no other.
        Run("task-reaper", async ct =>
        {
            await taskReaper.StepAsync(ct);
            return TimeSpan.FromSeconds(1);
        });
        Run("wishes", async ct =>
        {
            await wishes.StepAsync(ct);
            return TimeSpan.FromSeconds(1);
        });
        Run("tasks", ct => AtEachDestinationAsync(tasks.StepAsync, ct));
        Run("read-back", async ct => await house.Duties.HoldsAsync("read-back", ct) ? await AtEachDestinationAsync(readBack.StepAsync, ct) : OthersDuty);
    }

    /// <summary>Stops the loops and waits for the steps under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running);
        foreach (var source in sources) await source.DisposeAsync();
        stopping.Dispose();
    }

    // One thing at each, so that none starves another; at once again while there is something to do.
    private async Task<TimeSpan> AtEachDestinationAsync(Func<string, CancellationToken, Task<bool>> step, CancellationToken ct)
    {
        var worked = false;
        foreach (var destination in house.Registry.Current.Destinations) worked |= await step(destination.Key, ct);
        return worked ? TimeSpan.Zero : TimeSpan.FromSeconds(1);
    }

    private void StartSource(Channel channel, SourceTurns turns)
    {
        // What is polled has a cut-over by default: the moment the channel was first applied.
        var live = channel with { CutOver = channel.CutOver ?? house.Registry.Current.FirstApplied.GetValueOrDefault(channel.Key) };
        var context = new SourceContext(house.Settings.DataDirectory, Secrets.Resolve, house.Time);
        if (!ChannelAdapters.ByKind.TryGetValue(channel.Kind, out var adapter) || adapter.OpenSource(live, context) is not { } source) return;
        sources.Add(source);
        var looks = new LookBook(house.Ledger, channel.Key, house.Time);
        Run($"source {channel.Key}", async ct =>
        {
            if (house.Registry.Current.Channel(channel.Key) is not { Enabled: true }) return TimeSpan.FromSeconds(5);
            if (!await turns.HasAsync(channel.Key, ct)) return NodeLease.Default.Answer;
            var step = await source.StepAsync(house.Intake, house.Ledger, ct);
            await looks.NoteAsync(step, ct);
            if (step.Failed > 0) house.Logs.CreateLogger("source").LogWarning("Channel {Channel}: {Failed} items could not be taken (first: {Trouble}); they stay at the source and are tried again", channel.Key, step.Failed, step.Trouble);
            if (step.Next > TimeSpan.Zero) await source.RestAsync(step.Next, house.Time, ct);
            return TimeSpan.Zero;
        });
    }

    private void Run(string name, Func<CancellationToken, Task<TimeSpan>> step)
    {
        var loop = new WorkerLoop(name, step, house.Time, house.Logs.CreateLogger("worker"));
        running.Add(Task.Run(() => loop.RunAsync(stopping.Token)));
    }
}
