using Gateway.Core.Relay;
using Gateway.Infrastructure.Messaging;
using Gateway.Tests.Infrastructure.Messaging;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A broker without disk keeps its connections and takes nothing. It counted as connected, so that nobody swept and every complaint waited
/// for as long as its alarm lasted.
/// </summary>
[Category("RabbitMq")]
[NonParallelizable]
internal sealed class ABrokerThatConfirmsNothingIsNotConnected
{
    [Test]
    public async Task UntilItConfirms()
    {
        await using var server = await RabbitMqServer.RunAsync();
        var options = new MessagingOptions
        {
            Transport = "RabbitMq",
            RabbitMq = new RabbitMqOptions { Uri = server.Uri },
            PublishTimeout = TimeSpan.FromSeconds(1),
        };
        await using var host = await MessagingHost.StartAsync(options, new ScriptedForwarder());
        await Eventually.HoldsAsync(() => host.Broker.IsConnected, "connected");
        await server.SetDiskAlarmAsync(raised: true);

        await Assert.ThatAsync(() => host.Broker.PublishAsync(MessagingHost.Message("G1"), default), Throws.TypeOf<BrokerUnavailableException>());
        Assert.That(host.Broker.IsConnected, Is.False);

        await server.SetDiskAlarmAsync(raised: false);
        await Eventually.HoldsAsync(() => host.Broker.IsConnected, "it took what it had and is used again");
        await host.Broker.PublishAsync(MessagingHost.Message("G2"), default);
    }
}
