using Gateway.Infrastructure.Messaging;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>The real RabbitMQ is restarted, killed, out of disk, robbed of its queues and cut off, under steady load: the complaints go all the same.</summary>
[Category("RabbitMq")]
[Category("Journey")]
[Parallelizable]
internal sealed class BrokerAttackTests
{
    private const string Destination = "requestsPerSecond: 100, schedule: [1s], createTimeout: 5s";

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private RabbitMqServer broker = null!;

    [OneTimeSetUp]
    public async Task Start() => broker = await RabbitMqServer.RunAsync();

    [OneTimeTearDown]
    public async Task Stop() => await broker.DisposeAsync();

    // What an earlier test left is of a ledger that is gone.
    [SetUp]
    public Task Empty() => DeleteQueuesAsync();

    [Test]
    public async Task ABrokerRestartedAndKilledInTheMiddleCostsNothing()
    {
        await using var trial = await LoadedAsync();
        await broker.StopAsync();
        await trial.FlowsAsync();
        await broker.StartAsync();
        await ByBrokerAsync(trial);
        await broker.KillAsync();
        await trial.FlowsAsync();
        await broker.StartAsync();
        await ByBrokerAsync(trial);
        await trial.ReckonAsync(2);
    }

    [Test]
    public async Task ABrokerThatTakesNothingForWantOfDiskHoldsNothingUp()
    {
        await using var trial = await LoadedAsync();
        await broker.SetDiskAlarmAsync(raised: true);
        try
        {
            for (var i = 0; i < 3; i++) await trial.FlowsAsync();
        }
        finally
        {
            await broker.SetDiskAlarmAsync(raised: false);
        }

        await ByBrokerAsync(trial);
        await trial.ReckonAsync(1);
    }

    [Test]
    public async Task QueuesDeletedAgainAndAgainLoseNothing()
    {
        const int Times = 5;
        await using var trial = await LoadedAsync();
        for (var i = 0; i < Times; i++)
        {
            await DeleteQueuesAsync();
            await trial.FlowsAsync();
        }

        await ByBrokerAsync(trial);
        await trial.ReckonAsync(Times);
    }

    [Test]
    public async Task AWireToTheBrokerCutInAnyWayHoldsNothingUp()
    {
        await using var wire = new CutWire(broker.Port);
        await using var trial = await LoadedAsync(wire.Port);
        Cut[] cuts = [Cut.Before, Cut.InRequest, Cut.Held, Cut.RequestsHeld, Cut.AnswersHeld];
        foreach (var cut in cuts)
        {
            wire.Cut = cut;
            await trial.FlowsAsync();
            wire.Cut = Cut.None;
            await ByBrokerAsync(trial);
        }

        await trial.ReckonAsync(cuts.Length);
    }

    private async Task<Trial> LoadedAsync(int? port = null)
    {
        var trial = await Trial.PrepareAsync(Destination, new Uri(RabbitMqServer.UriAt(port ?? broker.Port)));
        await trial.Gateway.ServeAsync();
        await ByBrokerAsync(trial);
        trial.Load.Start(Beat);
        return trial;
    }

    /// <summary>Posts until one was woken by the broker, not by the sweeper.</summary>
    private static Task ByBrokerAsync(Trial trial) => Eventually.HoldsAsync(
        async () => (await trial.Gateway.ForwardersAsync(await trial.FlowsAsync())).Contains("relay"), "a complaint went by the broker", Patience);

    private async Task DeleteQueuesAsync()
    {
        await broker.DeleteQueueAsync(MessagingNames.Queue);
        await broker.DeleteQueueAsync(MessagingNames.DeadLettersOf(MessagingNames.Queue));
    }
}
