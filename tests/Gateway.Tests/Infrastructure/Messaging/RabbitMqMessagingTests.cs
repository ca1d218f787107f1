using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Relay;
using Gateway.Infrastructure.Messaging;
using Gateway.Tests.Contracts;
using Gateway.Tests.Support;
using RabbitMQ.Client.Exceptions;

namespace Gateway.Tests.Infrastructure.Messaging;

/// <summary>The message channel against a real broker that is stopped, killed and robbed of its queues.</summary>
[Category("RabbitMq"), NonParallelizable]
internal sealed class RabbitMqMessagingTests
{
    private RabbitMqServer server = null!;
    private string queue = null!;

    [OneTimeSetUp]
    public async Task Start() => server = await RabbitMqServer.RunAsync();

    [OneTimeTearDown]
    public async Task End()
    {
        if (server is not null) await server.DisposeAsync();
    }

    // A queue left bound would take copies of the next test's messages, and an unroutable one would not show.
    [SetUp]
    public void Name() => queue = "forward-" + Guid.NewGuid().ToString("N")[..8];

    [TearDown]
    public async Task DeleteQueues()
    {
        await server.DeleteQueueAsync(queue);
        await server.DeleteQueueAsync(MessagingNames.DeadLettersOf(queue));
    }

    [Test]
    public async Task AConfirmedWakeUpReachesTheForwarder()
    {
        var forwarder = new ScriptedForwarder();
        await using var host = await ConnectedAsync(forwarder);
        await host.Broker.PublishAsync(MessagingHost.Message("G1"), default);
        await Eventually.HoldsAsync(() => forwarder.Asked.Contains("G1"), "the forwarder was asked");
    }

    [Test]
    public async Task FiveHundredAreInFlightTogether()
    {
        var forwarder = new ScriptedForwarder();
        await using var host = await ConnectedAsync(forwarder);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(n => host.Broker.PublishAsync(MessagingHost.Message("G" + n), default)));
        await Eventually.HoldsAsync(() => forwarder.Asked.Distinct().Count() == 500, "all were asked for");
    }

    [Test]
    public async Task AnUnknownNumberEndsInTheDeadLetterQueue()
    {
        var forwarder = new ScriptedForwarder(number => new ForwardResult(number == "G0" ? ForwardVerdict.UnknownNumber : ForwardVerdict.Forwarded));
        await using var host = await ConnectedAsync(forwarder);
        await host.Broker.PublishAsync(MessagingHost.Message("G0"), default);
        byte[]? letter = null;
        await Eventually.HoldsAsync(async () => (letter = await server.TakeAsync(MessagingNames.DeadLettersOf(queue))) is not null, "a dead letter");
        Assert.That(System.Text.Encoding.UTF8.GetString(letter!), Does.Contain("\"G0\""));
        await host.Broker.PublishAsync(MessagingHost.Message("G1"), default);
        await Eventually.HoldsAsync(() => forwarder.Asked.Contains("G1"), "the next was asked for");
    }

    [Test]
    public async Task WhatTravelsIsWhatTheContractFileSays()
    {
        await using var host = await ConnectedAsync(new ScriptedForwarder());
        await server.TapAsync(MessagingNames.Exchange, "tap-" + queue);
        await host.Broker.PublishAsync(MessagingHost.Message("G1"), default);
        byte[]? body = null;
        await Eventually.HoldsAsync(async () => (body = await server.TakeAsync("tap-" + queue)) is not null, "a copy");
        await server.DeleteQueueAsync("tap-" + queue);

        var envelope = JsonNode.Parse(body)!;
        Assert.That(SchemaFiles.FitsEnvelope(envelope), envelope.ToJsonString());
        Assert.That(
            envelope["message"]!.ToJsonString(),
            Is.EqualTo(JsonSerializer.SerializeToNode(MessagingHost.Message("G1"), ContractJson.Options)!.ToJsonString()));
    }

    [Test]
    public async Task TheQueueHasTheArgumentsOfTheContractFile()
    {
        await using var host = await ConnectedAsync(new ScriptedForwarder());
        var arguments = SchemaFiles.AsyncApi()["channels"]!["forwardComplaint"]!["x-arguments"]!.AsObject().ToDictionary(
            argument => argument.Key,
            argument => argument.Value!.GetValueKind() == JsonValueKind.Number ? (object?)(int)argument.Value : ((string)argument.Value!).Replace(MessagingNames.Queue, queue));
        await server.DeclareQueueAsync(queue, arguments);
        arguments["x-delivery-limit"] = MessagingNames.DeliveryLimit + 1;
        Assert.That(async () => await server.DeclareQueueAsync(queue, arguments), Throws.TypeOf<OperationInterruptedException>());
    }

    [Test]
    public async Task ABrokerThatIsKilledOrNotThereYetIsReportedInTimeAndFound()
    {
        var forwarder = new ScriptedForwarder();
        await using var before = await ConnectedAsync(forwarder);
        await server.KillAsync();
        await NotTakenAsync(before);
        await using var meanwhile = await MessagingHost.StartAsync(Options(), forwarder);
        await NotTakenAsync(meanwhile);
        await Eventually.HoldsAsync(() => !before.Broker.IsConnected && !meanwhile.Broker.IsConnected, "disconnected");

        await server.StartAsync();
        await Eventually.HoldsAsync(() => before.Broker.IsConnected && meanwhile.Broker.IsConnected, "connected");
        await before.Broker.PublishAsync(MessagingHost.Message("G1"), default);
        await meanwhile.Broker.PublishAsync(MessagingHost.Message("G2"), default);
        await Eventually.HoldsAsync(() => forwarder.Asked.Contains("G1") && forwarder.Asked.Contains("G2"), "the forwarder was asked");
    }

    [Test]
    public async Task AMessageHeldWhileTheLedgerIsAwayComesBackAfterAShutdown()
    {
        var waiting = new ScriptedForwarder(_ => throw new LedgerUnavailableException("away"));
        await using (var host = await ConnectedAsync(waiting))
        {
            await host.Broker.PublishAsync(MessagingHost.Message("G1"), default);
            await Eventually.HoldsAsync(() => waiting.Asked.Count > 0, "the forwarder was asked");
        }
        var forwarder = new ScriptedForwarder();
        await using var next = await ConnectedAsync(forwarder);
        await Eventually.HoldsAsync(() => forwarder.Asked.Contains("G1"), "the next process was asked");
    }

    [Test]
    public async Task WhenTheQueueIsDeletedEveryPublishArrivesOrFails()
    {
        var forwarder = new ScriptedForwarder();
        await using var host = await ConnectedAsync(forwarder);
        await server.DeleteQueueAsync(queue);
        var failed = 0;
        var last = 0;
        await Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    await host.Broker.PublishAsync(MessagingHost.Message("G" + ++last), default);
                    return true;
                }
                catch (BrokerUnavailableException)
                {
                    failed++;
                    return false;
                }
            },
            "the queue was declared again");
        await Eventually.HoldsAsync(() => forwarder.Asked.Contains("G" + last), "what was confirmed arrived");
        TestContext.Out.WriteLine($"{failed} publishes failed until the queue was back");
    }

    private async Task NotTakenAsync(MessagingHost host)
    {
        var begun = TimeProvider.System.GetTimestamp();
        Assert.That(async () => await host.Broker.PublishAsync(MessagingHost.Message("G0"), default), Throws.TypeOf<BrokerUnavailableException>());
        Assert.That(TimeProvider.System.GetElapsedTime(begun), Is.LessThan(Options().PublishTimeout + TimeSpan.FromSeconds(2)));
    }

    private async Task<MessagingHost> ConnectedAsync(ScriptedForwarder forwarder)
    {
        var host = await MessagingHost.StartAsync(Options(), forwarder);
        await Eventually.HoldsAsync(() => host.Broker.IsConnected, "connected");
        return host;
    }

    private MessagingOptions Options() => new()
    {
        Transport = "RabbitMq",
        RabbitMq = new RabbitMqOptions { Uri = server.Uri },
        QueueName = queue,
        PublishTimeout = TimeSpan.FromSeconds(3),
    };
}
