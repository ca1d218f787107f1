using Refit;

namespace Gateway.Infrastructure.Central;

/// <summary>The connections to one destination. Each has its own, so that tokens never cross.</summary>
internal sealed class CentralLine : IDisposable
{
    private readonly HttpClient client;

    public CentralLine()
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            // How many calls run at once is the ledger's decision; this only bounds sockets.
            MaxConnectionsPerServer = 64,
            ActivityHeadersPropagator = null,
        };
        // The address is set per call; Refit wants some base to build on. Time-outs are Polly's.
        client = new HttpClient(new DepartureHandler(sockets)) { BaseAddress = new Uri("http://centre.invalid"), Timeout = Timeout.InfiniteTimeSpan };
        Api = RestService.For<ISp4nLaporApi>(client);
    }

    public ISp4nLaporApi Api { get; }

    public void Dispose() => client.Dispose();
}
