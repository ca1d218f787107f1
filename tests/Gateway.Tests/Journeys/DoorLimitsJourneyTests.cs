using System.Net.Sockets;
using System.Text;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>The real door keeps the limits that its settings name.</summary>
internal sealed class DoorLimitsJourneyTests
{
    private static CancellationToken Ct => TestContext.CurrentContext.CancellationToken;

    [Test]
    public async Task ABodyThatDoesNotComeIsGivenUpAndOneConnectionTooManyIsClosed()
    {
        await using var gateway = await new GatewayProcess(Registries.With(OpenedHouse.Nowhere, "", Registries.Form))
            .With("Gateway__Intake__BodyDeadline", "1s").With("Gateway__Intake__MaxConnections", "2").ServeAsync();
        using var slow = await ConnectAsync(gateway);
        using var second = await ConnectAsync(gateway);
        await SayAsync(second, "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        Assert.That(await AnswerAsync(second), Does.StartWith("HTTP/1.1 200"));

        using var third = await ConnectAsync(gateway);
        await SayAsync(third, "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        Assert.That(await AnswerAsync(third), Is.Empty, "closed without a word");

        await SayAsync(slow, "POST /intake/dishub-form HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nisi=Banjir");
        Assert.That(await AnswerAsync(slow), Does.StartWith("HTTP/1.1 408"));
    }

    private static async Task<TcpClient> ConnectAsync(GatewayProcess gateway)
    {
        var client = new TcpClient();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port, Ct);
        return client;
    }

    private static async Task SayAsync(TcpClient client, string words) => await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(words), Ct);

    private static async Task<string> AnswerAsync(TcpClient client)
    {
        try
        {
            var bytes = new byte[4096];
            return Encoding.ASCII.GetString(bytes, 0, await client.GetStream().ReadAsync(bytes, Ct));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
