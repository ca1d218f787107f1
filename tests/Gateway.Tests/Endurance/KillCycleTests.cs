using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>
/// <c>kill -9</c> of the real process, again and again at random moments, while citizens post and write and a real RabbitMQ carries the
/// wake-ups. <c>GATEWAY_KILL_CYCLES</c> says how often.
/// </summary>
[Category("RabbitMq")]
[Category("Journey")]
[Parallelizable]
internal sealed class KillCycleTests
{
    private const string Switch = "GATEWAY_KILL_CYCLES";
    private const int Usual = 60;

    // Every sixth dies while it starts.
    private const int StartKilled = 6;

    [Test]
    public async Task AProcessKilledAtRandomMomentsLosesNothingAndDoublesNothing()
    {
        var cycles = Environment.GetEnvironmentVariable(Switch) is { Length: > 0 } wish ? int.Parse(wish, CultureInfo.InvariantCulture) : Usual;
        var seed = TestContext.CurrentContext.Random.Next();
        TestContext.Out.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var broker = await RabbitMqServer.RunAsync();
        await using var trial = await Trial.PrepareAsync("requestsPerSecond: 0, maxConcurrency: 8, schedule: [1s], createTimeout: 5s", new Uri(broker.Uri));
        // Some creates are always under way when it dies.
        trial.Centre.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.Slow, Times: 0, Seconds: 0.03));
        trial.Load.Start(TimeSpan.FromMilliseconds(50));

        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            if (cycle % StartKilled == 0) await DieStartingAsync(trial.Gateway, random);
            else await DieServingAsync(trial, random);
        }

        await trial.Gateway.ServeAsync();
        var books = await trial.ReckonAsync(cycles);
        Assert.That(books.Receipts, Is.AtLeast(cycles), "the load was steady");
        await SettleByListAsync(trial, books);
    }

    // At one of the next receipts, or so much later that the mail folder was looked at twice.
    private static async Task DieServingAsync(Trial trial, Random random)
    {
        await trial.Gateway.ServeAsync();
        var receipts = trial.Load.Receipts + random.Next(1, 15);
        await Eventually.HoldsAsync(() => trial.Load.Receipts >= receipts, "posts are taken in this life");
        await Task.Delay(random.Next(900));
        await trial.Gateway.KillAsync();
    }

    private static async Task DieStartingAsync(GatewayProcess gateway, Random random)
    {
        var serving = gateway.ServeAsync();
        await Task.Delay(random.Next(600));
        await gateway.KillAsync();
        await serving.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
    }

    /// <summary>An officer lays a list of the centre beside the ledger: what is unknown and there becomes delivered, and what is left is not there.</summary>
    private static async Task SettleByListAsync(Trial trial, Reckoning books)
    {
        var list = Path.Combine(trial.Gateway.Data, "daftar.csv");
        await File.WriteAllLinesAsync(list, ["id,isi", .. trial.Centre.Received.Select(line => $"{line.Id},\"{line.Fields.GetProperty("content").GetString()}\"")]);
        var preview = await trial.Gateway.RunAsync("reconcile", list, "--json");
        if ((string?)JsonNode.Parse(preview.Output)!["digest"] is { } digest) await trial.Gateway.RunAsync("reconcile", list, "--yes", digest, "--reason", "daftar admin");

        var left = await trial.Gateway.UntilAsync(list => list.Count(line => (string?)line["state"] == "delivered") == books.Delivered + books.UnknownInBook);
        var unknown = left.Where(line => (string?)line["state"] == "unknown").Select(line => (string)line["number"]!);
        Assert.That(unknown.Intersect(trial.Centre.Received.Select(line => line.Number)), Is.Empty, "what is still unknown is not at the centre");
    }
}
