using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Gateway.Tests.Support;

/// <summary>
/// The wire between the gateway and one server: a TCP proxy that a test may cut in the ways in which a network breaks. What
/// was held goes on when it is healed, as packets do that are sent again, even if the one who asked has given up meanwhile.
/// </summary>
internal sealed class CutWire : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Connection, Task> open = new();
    private readonly int target;
    private readonly string host;
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private Task accepting;
    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Cut cut;

    /// <param name="target">Port of the server.</param>
    /// <param name="host">Where it is; on this machine unless said otherwise.</param>
    public CutWire(int target, string host = "127.0.0.1")
    {
        (this.target, this.host) = (target, host);
        accepting = Listen();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>Connections whose client has not closed them.</summary>
    public int Attached => open.Keys.Count(connection => !connection.IsLeft);

    /// <summary>How it is broken from now on.</summary>
    public Cut Cut
    {
        get => cut;
        set
        {
            if (cut == Cut.Before && value != Cut.Before)
            {
                listener = new TcpListener(IPAddress.Loopback, Port);
                accepting = Listen();
            }

            cut = value;
            var before = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            before.SetResult();
            if (value == Cut.Before) listener.Dispose();
            if (value is Cut.Before or Cut.AtOnce) ResetAll();
        }
    }

    /// <summary>Resets every open connection; new ones pass.</summary>
    public void ResetAll()
    {
        foreach (var connection in open.Keys) connection.Reset();
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        ResetAll();
        await accepting;
        await Task.WhenAll(open.Values);
        stopping.Dispose();
    }

    private Task Listen()
    {
        listener.Start();
        return AcceptAsync(listener);
    }

    private async Task AcceptAsync(TcpListener at)
    {
        try
        {
            while (true)
            {
                var connection = new Connection(await at.AcceptSocketAsync(stopping.Token), new Socket(SocketType.Stream, ProtocolType.Tcp));
                if (cut is Cut.Before or Cut.AtOnce) connection.Reset();
                else open[connection] = ServeAsync(connection);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Connection connection)
    {
        await Task.Yield();
        await UnlessGoneAsync(connection, connection.Server.ConnectAsync(host, target, stopping.Token).AsTask());
        await Task.WhenAll(
            UnlessGoneAsync(connection, PumpAsync(connection, isRequest: true)),
            UnlessGoneAsync(connection, PumpAsync(connection, isRequest: false)));
        connection.Reset();
        open.TryRemove(connection, out _);
    }

    // Either side going away ends it for both.
    private static async Task UnlessGoneAsync(Connection connection, Task work)
    {
        try
        {
            await work;
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            connection.Reset();
        }
    }

    private async Task PumpAsync(Connection connection, bool isRequest)
    {
        var (from, to) = isRequest ? (connection.Client, connection.Server) : (connection.Server, connection.Client);
        var buffer = new byte[1 << 16];
        while (true)
        {
            var read = await from.ReceiveAsync(buffer, stopping.Token);
            if (read == 0 && isRequest) connection.IsLeft = true;
            for (var next = changed; Holds(isRequest); next = changed) await next.Task.WaitAsync(stopping.Token);
            if (isRequest && cut == Cut.NextLost && read > 0)
            {
                cut = Cut.None;
                continue;
            }

            if (read == 0)
            {
                to.Shutdown(SocketShutdown.Send);
                return;
            }

            var passes = buffer.AsMemory(0, isRequest && cut == Cut.InRequest ? read / 2 : !isRequest && cut == Cut.BeforeAnswer ? 0 : read);
            for (var sent = 0; sent < passes.Length;) sent += await to.SendAsync(passes[sent..], stopping.Token);
            if (passes.Length < read) throw new SocketException((int)SocketError.ConnectionReset);
        }
    }

    private bool Holds(bool isRequest) => cut == Cut.Held || cut == (isRequest ? Cut.RequestsHeld : Cut.AnswersHeld);

    private sealed class Connection(Socket client, Socket server)
    {
        private volatile bool isLeft;

        public Socket Client => client;

        public Socket Server => server;

        public bool IsLeft
        {
            get => isLeft;
            set => isLeft = value;
        }

        public void Reset()
        {
            foreach (var socket in new[] { Client, Server })
            {
                try
                {
                    socket.LingerState = new LingerOption(true, 0);
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException)
                {
                    // It is closed already.
                }

                socket.Close();
            }
        }
    }
}
