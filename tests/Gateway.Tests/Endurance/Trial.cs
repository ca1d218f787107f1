using Gateway.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>A gateway of its own with a centre, a mail folder and a steady load: what every test of this room attacks and then reckons up.</summary>
internal sealed class Trial : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string outside;

    private Trial(CentralSimulator centre, GatewayProcess gateway, string outside, string mails)
    {
        (Centre, Gateway, this.outside) = (centre, gateway, outside);
        Load = new SteadyLoad(gateway, mails);
    }

    public CentralSimulator Centre { get; }

    public GatewayProcess Gateway { get; }

    public SteadyLoad Load { get; }

    /// <summary>Makes all of it; the gateway does not serve yet.</summary>
    /// <param name="destination">Settings of the destination beside <c>state: open</c>.</param>
    /// <param name="broker">The broker; null for messages in memory.</param>
    /// <param name="data">The data folder; null for a temporary one.</param>
    /// <param name="centreAt">Where the gateway finds the centre, given its own address; null for there.</param>
    public static async Task<Trial> PrepareAsync(string destination, Uri? broker = null, string? data = null, Func<Uri, Uri>? centreAt = null)
    {
        var centre = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        // Outside the data folder, since mails are elsewhere when its disk is full.
        var outside = Directory.CreateTempSubdirectory("gateway-trial-").FullName;
        var mails = Directory.CreateDirectory(Path.Combine(outside, "surel")).FullName;
        var registry = Registries.Of(
            [Registries.Destination("default", centreAt?.Invoke(centre.BaseUri) ?? centre.BaseUri, $"state: open, {destination}")],
            Registries.Form,
            $"{{key: dishub-email, agency: dishub, kind: email, policy: auto, cutOver: \"2026-01-01T00:00:00+08:00\", email: {{path: \"{mails}\", poll: 1s}}}}");
        var gateway = new GatewayProcess(registry, data)
            // One look may find many mails that waited while the gateway was dead; they are no batch of somebody's.
            .With("Gateway__Gates__BatchLimit", "100000")
            .With("Gateway__Forwarding__BrokerAwayFor", "00:00:02")
            .With("Gateway__Forwarding__RepublishAfter", "00:00:03");
        if (broker is not null) gateway.With("Gateway__Messaging__Transport", "RabbitMq").With("Gateway__Messaging__RabbitMq__Uri", broker.ToString());
        return new Trial(centre, gateway, outside, mails);
    }

    /// <summary>Posts one and waits until the centre has it.</summary>
    public async Task<string> FlowsAsync()
    {
        var number = await Load.PostAsync();
        await Centre.WaitForAsync(centre => centre.Received.Any(stored => stored.Number == number), Patience);
        return number;
    }

    /// <summary>Ends the load, waits until all is at rest, and lays the books beside each other: nothing lost, nothing doubled, all accounted for.</summary>
    /// <param name="cycles">How often it was killed or cut. So many seconds longer it may take: many short lives leave many mails behind.</param>
    /// <param name="mayRest">States besides Delivered and Unknown in which a complaint may rest.</param>
    public async Task<Reckoning> ReckonAsync(int cycles, params string[] mayRest)
    {
        await Load.StopAsync();
        var kept = Load.Handed.Where(one => one.IsKept).Select(one => one.Nth).ToList();
        string[] rests = ["delivered", "unknown", .. mayRest];
        var rows = await Gateway.UntilAsync(
            list => list.All(row => rests.Contains((string)row["state"]!)) && !kept.Except(list.Select(row => LedgerLine.Of(row).Nth).OfType<int>()).Any(), Patience + TimeSpan.FromSeconds(cycles));
        var unknown = await Gateway.RunAsync("unknown", "list", "--json");
        Assert.That(unknown.ExitCode, Is.Zero, unknown.Error);
        var books = new Reckoning(
            Load.Handed, [.. rows.Select(LedgerLine.Of)], [.. Centre.Received.Select(BookLine.Of)], [.. unknown.Lines().Select(line => (string)line["number"]!)])
        {
            Cycles = cycles,
            MayRest = mayRest,
        };
        TestContext.Out.WriteLine($"{TestContext.CurrentContext.Test.Name}: {books}");
        Assert.Multiple(() =>
        {
            Assert.That(books.Lost(), Is.Empty, "lost");
            Assert.That(books.Doubled(), Is.Empty, "doubled");
            Assert.That(books.Unaccounted(), Is.Empty, "unaccounted for");
            Assert.That(Load.Surprises, Is.Empty, "answers to posts");
        });
        return books;
    }

    public async ValueTask DisposeAsync()
    {
        await Load.DisposeAsync();
        await Gateway.DisposeAsync();
        await Centre.DisposeAsync();
        Directory.Delete(outside, recursive: true);
    }
}
