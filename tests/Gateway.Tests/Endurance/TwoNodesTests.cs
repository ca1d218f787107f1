using System.Security.Cryptography;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Infrastructure.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>
/// Two real processes on one SQL Server, one RabbitMQ and one folder of kept files: each is killed and started again, one stands still longer than
/// its leases, and what one took in the other brings on. Skipped aloud without a server.
/// </summary>
[Category("SqlServer")]
[Category("RabbitMq")]
[Category("Journey")]
[NonParallelizable]
internal sealed class TwoNodesTests
{
    private const int Cycles = 8;

    // The shortest lease there is: a create time-out of ten seconds and sixty.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(70);

    // One that dies may hold both slots for a lease each time, and all that came meanwhile must be gone within the patience of the reckoning.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(4);

    [Test]
    public async Task TwoNodesOnOneServerLoseNothingAndDoubleNothingWhicheverDies()
    {
        // Emptied by the first of the suite, and claimed for tests.
        await (await SqlServerDatabase.OpenEmptyAsync()).DisposeAsync();
        await using var broker = await RabbitMqServer.RunAsync();
        await using var trial = await Trial.PrepareAsync(
            // Fewer under way than pause a destination, should all become unknown at once.
            "requestsPerSecond: 50, maxConcurrency: 2, schedule: [1s], createTimeout: 10s, leaseLength: 1s", new Uri(broker.Uri));
        await using var beside = new GatewayProcess(await File.ReadAllTextAsync(trial.Gateway.RegistryPath));
        GatewayProcess[] nodes = [trial.Gateway, beside];
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        foreach (var (at, node) in nodes.Index())
        {
            node.With("Gateway__Ledger__Provider", "SqlServer").With("Gateway__Ledger__ConnectionString", SqlServerPlace.Options().ConnectionString)
                .With("Gateway__Identity__MasterKey", "env:GATEWAY_TEST_KEY").With("GATEWAY_TEST_KEY", key)
                .With("Gateway__Payloads__Directory", Path.Combine(trial.Gateway.Data, "payloads"))
                .With("Gateway__Messaging__Transport", "RabbitMq").With("Gateway__Messaging__RabbitMq__Uri", broker.Uri)
                .With("Gateway__Forwarding__Node", $"loket-{at}").With("Gateway__Gates__BatchLimit", "100000")
                // Most wake-ups wait for a slot here; none is lost, since the broker stays.
                .With("Gateway__Forwarding__RepublishAfter", "00:00:30");
        }

        // Some creates are always under way when one dies.
        trial.Centre.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.Slow, Times: 0, Seconds: 0.05));
        foreach (var node in nodes) await node.ServeAsync();
        trial.Load.Start(Beat);

        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var (dies, lives) = (nodes[cycle % 2], nodes[(cycle + 1) % 2]);
            await StoresAsync(trial, 5);
            await dies.KillAsync();
            Assert.That(lives.HasExited, Is.False, lives.Log);
            // What waits is brought on by the one that lives; posts come to the first alone.
            if (dies == beside) await StoresAsync(trial, 5);
            await dies.ServeAsync();
        }

        await beside.FreezeAsync();
        await StoresAsync(trial, 5);
        await Task.Delay(Lease + TimeSpan.FromSeconds(2));
        await StoresAsync(trial, 5);
        await beside.ThawAsync();
        await StoresAsync(trial, 5);

        var books = await trial.ReckonAsync(Cycles + 1);
        Assert.That(books.Delivered, Is.GreaterThan(Cycles * 5));
    }

    private static async Task StoresAsync(Trial trial, int more)
    {
        var wanted = trial.Centre.Received.Count + more;
        try
        {
            await trial.Centre.WaitForAsync(centre => centre.Received.Count >= wanted, TimeSpan.FromMinutes(3));
        }
        catch (TimeoutException inVain)
        {
            var (destinations, unknown) = (await trial.Gateway.RunAsync("destination", "list"), await trial.Gateway.RunAsync("unknown", "list", "--json"));
            throw new AssertionException($"{inVain.Message}\n{destinations.Output}{destinations.Error}\n{unknown.Output}{unknown.Error}\n{trial.Gateway.Log}");
        }
    }
}
