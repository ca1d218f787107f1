using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Infrastructure.Messaging;
using Gateway.Simulator;
using Gateway.Tests.Contracts;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>The real process over a real RabbitMQ that is absent, stopped, and robbed of its queues: the ledger loses nothing and doubles nothing.</summary>
[Category("RabbitMq")]
[Category("Journey")]
[NonParallelizable]
internal sealed class BrokerJourneyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly HttpClient Http = new();

    private CentralSimulator simulator = null!;
    // Each lamp is told of once, or the second would be held as the same matter.
    private int lamps;

    [SetUp]
    public async Task Open() => simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);

    [TearDown]
    public async Task Close() => await simulator.DisposeAsync();

    [Test]
    public async Task ABrokerThatIsAbsentStopsNeitherPostsNorForwardingAndIsUsedOnceItIsThere()
    {
        await using var broker = RabbitMqServer.Absent();
        await using var gateway = await Gateway(broker, 100).ServeAsync();
        var begun = TimeProvider.System.GetTimestamp();
        var numbers = await PostAsync(gateway, "Angkot", 3);
        Assert.That(TimeProvider.System.GetElapsedTime(begun), Is.LessThan(TimeSpan.FromSeconds(10)), "a post does not wait for the broker");

        await simulator.WaitForAsync(centre => centre.Complaints == 3, Patience);
        foreach (var number in numbers) Assert.That(await gateway.ForwardersAsync(number), Is.EqualTo(new[] { "sweeper" }));

        await broker.StartAsync();
        await FlowsThroughBrokerAsync(gateway);
        await AllOnceAsync(gateway, simulator.Complaints);
    }

    [Test]
    public async Task ABrokerStoppedUnderLoadCostsNothing()
    {
        await using var broker = await RabbitMqServer.RunAsync();
        await using var gateway = await Gateway(broker, 10).ServeAsync();
        var before = await FlowsThroughBrokerAsync(gateway);
        await PostAsync(gateway, "sebelum", 20);
        await Task.WhenAll(broker.StopAsync(), PostAsync(gateway, "saat berhenti", 15));
        await Task.WhenAll(broker.StartAsync(), PostAsync(gateway, "saat menyala", 15));

        await AllOnceAsync(gateway, before + 50);

        await FlowsThroughBrokerAsync(gateway);
    }

    [Test]
    public async Task DeletingEveryQueueUnderLoadLosesNothing()
    {
        await using var broker = await RabbitMqServer.RunAsync();
        await using var gateway = await Gateway(broker, 10).With("Gateway__Forwarding__RepublishAfter", "00:00:03").ServeAsync();
        var before = await FlowsThroughBrokerAsync(gateway);
        await PostAsync(gateway, "sebelum", 20);
        await Task.WhenAll(DeleteQueuesAsync(broker), PostAsync(gateway, "saat dihapus", 15));
        await Task.WhenAll(DeleteQueuesAsync(broker), PostAsync(gateway, "saat dihapus lagi", 15));

        await AllOnceAsync(gateway, before + 50);

        await FlowsThroughBrokerAsync(gateway);
    }

    [Test]
    public async Task WhatTravelsFitsTheContractAndDoesNotTellWhoComplained()
    {
        await using var broker = await RabbitMqServer.RunAsync();
        await using var gateway = await Gateway(broker, 100).ServeAsync();
        await FlowsThroughBrokerAsync(gateway);
        await broker.TapAsync(MessagingNames.Exchange, "sadap");
        using var post = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["isi"] = "Saya Rahmawati Contoh melaporkan bus sekolah yang mogok. Hubungi 0811-0000-0101 atau rahmawati.contoh@warga.example, NIK 6472010101900001.",
            ["nama"] = "Rahmawati Contoh",
            ["hp"] = "0811-0000-0101",
            ["email"] = "rahmawati.contoh@warga.example",
            ["nik"] = "6472010101900001",
            ["alamat"] = "Gang Melati Nomor 17 Sungai Pinang",
        });
        using var answer = await Http.PostAsync(new Uri(gateway.Address, "/intake/dishub-form"), post);
        var number = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["trackingNumber"]!;

        byte[]? body = null;
        await Eventually.HoldsAsync(async () => (body = await broker.TakeAsync("sadap")) is not null, "a copy of the wake-up", Patience);

        var text = Encoding.UTF8.GetString(body!);
        var envelope = JsonNode.Parse(text)!;
        Assert.That((string?)envelope["message"]!["number"], Is.EqualTo(number));
        Assert.That((string?)envelope["message"]!["complaint"]!["isi"], Does.Contain("bus sekolah yang mogok"));
        Assert.That(SchemaFiles.FitsEnvelope(envelope), text);
        Assert.That(SchemaFiles.FitsComplaint(envelope["message"]!["complaint"]!), text);
        foreach (var personal in new[] { "Rahmawati", "0811", "0000-0101", "8110000", "warga.example", "6472010101900001", "Melati", "reporter" })
            Assert.That(text, Does.Not.Contain(personal).IgnoreCase);
    }

    private GatewayProcess Gateway(RabbitMqServer broker, int perSecond) =>
        new GatewayProcess(Registries.Of([Registries.Destination("default", simulator.BaseUri, $"state: open, requestsPerSecond: {perSecond}")], Registries.Form))
            .With("Gateway__Messaging__Transport", "RabbitMq")
            .With("Gateway__Messaging__RabbitMq__Uri", broker.Uri)
            .With("Gateway__Forwarding__BrokerAwayFor", "00:00:02");

    /// <summary>Posts until one was woken by the broker, not by the sweeper.</summary>
    /// <returns>How many complaints the centre has then.</returns>
    private async Task<int> FlowsThroughBrokerAsync(GatewayProcess gateway)
    {
        await Eventually.HoldsAsync(
            async () =>
            {
                var number = await FormJourneyTests.PostAsync(gateway, $"Halte nomor {simulator.Complaints} di Jalan Pahlawan bocor.");
                await simulator.WaitForAsync(centre => centre.Received.Any(stored => stored.Number == number), Patience);
                return (await gateway.ForwardersAsync(number)).SequenceEqual(["relay"]);
            },
            "a complaint went by the broker",
            Patience);
        return simulator.Complaints;
    }

    private async Task AllOnceAsync(GatewayProcess gateway, int count)
    {
        var rows = await gateway.UntilAsync(list => list.Count == count && list.All(row => (string?)row["state"] == "delivered"), Patience);
        Assert.That(simulator.Received.Select(stored => stored.Number), Is.EquivalentTo(rows.Select(row => (string?)row["number"])));
        Assert.That((rows.Count, simulator.Complaints, simulator.Doubled), Is.EqualTo((count, count, 0)));
    }

    private static async Task DeleteQueuesAsync(RabbitMqServer broker)
    {
        await broker.DeleteQueueAsync(MessagingNames.Queue);
        await broker.DeleteQueueAsync(MessagingNames.DeadLettersOf(MessagingNames.Queue));
    }

    private async Task<IReadOnlyList<string>> PostAsync(GatewayProcess gateway, string when, int count)
    {
        var numbers = new List<string>();
        for (var i = 1; i <= count; i++) numbers.Add(await FormJourneyTests.PostAsync(gateway, $"Lampu lalu lintas nomor {++lamps} padam, diketahui {when}."));
        return numbers;
    }
}
