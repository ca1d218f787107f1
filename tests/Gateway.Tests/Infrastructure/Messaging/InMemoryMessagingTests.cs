using Gateway.Infrastructure.Messaging;
using Gateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests.Infrastructure.Messaging;

internal sealed class InMemoryMessagingTests
{
    [Test]
    public async Task AWakeUpReachesTheForwarder()
    {
        var forwarder = new ScriptedForwarder();
        await using var host = await MessagingHost.StartAsync(new MessagingOptions(), forwarder);
        await Eventually.HoldsAsync(() => host.Broker.IsConnected, "connected");
        await host.Broker.PublishAsync(MessagingHost.Message("G1"), default);
        await Eventually.HoldsAsync(() => forwarder.Asked.Contains("G1"), "the forwarder was asked");
    }

    [TestCase("Kafka", null, "Transport")]
    [TestCase("RabbitMq", null, "Uri")]
    [TestCase("RabbitMq", "http://u:rahasia@h", "Uri")]
    public void FaultsNameTheSettingAndNeverThePassword(string transport, string? uri, string named)
    {
        var options = new MessagingOptions { Transport = transport, RabbitMq = new RabbitMqOptions { Uri = uri } };
        Assert.That(
            () => new ServiceCollection().AddMessaging(options),
            Throws.ArgumentException.With.Message.Contains(named).And.Message.Not.Contains("rahasia"));
    }

    [TestCase("amqp://u:p%40s@broker.example", "broker.example", 5672, "/", "u", "p@s", false)]
    [TestCase("amqps://u:p@broker.example:5999/gateway", "broker.example", 5999, "gateway", "u", "p", true)]
    [TestCase("rabbitmq://broker.example/%2Fx", "broker.example", 5672, "/x", "guest", "guest", false)]
    public void TakesAnAddressApart(string uri, string host, int port, string virtualHost, string user, string password, bool tls) =>
        Assert.That(RabbitMqAddress.Parse(uri), Is.EqualTo(new RabbitMqAddress(host, (ushort)port, virtualHost, user, password, tls)));
}
