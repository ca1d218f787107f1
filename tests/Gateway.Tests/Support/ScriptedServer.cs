using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Gateway.Tests.Support;

/// <summary>
/// A server on a free port that does to its connections what a test tells it, down to the bytes. It keeps every request it saw.
/// </summary>
/// <remarks>The n-th connection plays the n-th act; the last act repeats.</remarks>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<ScriptedRequest> requests = new();
    private readonly ConcurrentBag<Task> serving = [];
    private readonly SemaphoreSlim seen = new(0);
    private readonly SemaphoreSlim accepted = new(0);
    private readonly ServerAct[] acts;
    private readonly Task accepting;
    private int connections;

    public ScriptedServer(params ServerAct[] acts)
    {
        this.acts = acts;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}";

    public IReadOnlyList<ScriptedRequest> Requests => [.. requests];

    public int Connections => Volatile.Read(ref connections);

    /// <summary>A port on which nobody listens.</summary>
    public static int RefusedPort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Waits until one more request was read than at the last call.</summary>
    public async Task SeeRequestAsync() => Assert.That(await seen.WaitAsync(TimeSpan.FromSeconds(20)), "no request came");

    /// <summary>Waits until one more connection was accepted than at the last call.</summary>
    public async Task SeeConnectionAsync() => Assert.That(await accepted.WaitAsync(TimeSpan.FromSeconds(20)), "no connection came");

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(serving);
        listener.Dispose();
        stopping.Dispose();
        seen.Dispose();
        accepted.Dispose();
    }

    internal void Keep(ScriptedRequest request)
    {
        requests.Enqueue(request);
        seen.Release();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stopping.Token);
                var act = acts[Math.Min(Interlocked.Increment(ref connections), acts.Length) - 1];
                accepted.Release();
                serving.Add(ServeAsync(socket, act));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket, ServerAct act)
    {
        using var connection = new ScriptedConnection(socket, this, stopping.Token);
        try
        {
            await act(connection);
        }
        // The client going away is what some tests are about.
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
        }
    }
}
