using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Gateway.Tests.Support;

/// <summary>One connection of a <see cref="ScriptedServer"/>, as its act sees it.</summary>
internal sealed class ScriptedConnection(Socket socket, ScriptedServer server, CancellationToken stopping) : IDisposable
{
    private readonly NetworkStream stream = new(socket, ownsSocket: true);
    private readonly List<byte> unread = [];

    /// <summary>Reads a whole request and keeps it.</summary>
    public async Task<ScriptedRequest> ReadAsync()
    {
        var head = await ReadHeadAsync();
        var length = int.Parse(head.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        while (unread.Count < length) await FillAsync();
        var request = head with { Body = [.. unread[..length]] };
        unread.RemoveRange(0, length);
        server.Keep(request);
        return request;
    }

    /// <summary>Reads a request up to its empty line; the body stays unread.</summary>
    public async Task<ScriptedRequest> ReadHeadAsync()
    {
        int end;
        while ((end = Encoding.Latin1.GetString([.. unread]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0) await FillAsync();
        var lines = Encoding.Latin1.GetString([.. unread[..end]]).Split("\r\n");
        unread.RemoveRange(0, end + 4);
        return new ScriptedRequest(lines[0], lines[1..], []);
    }

    public async Task WriteAsync(string text) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stopping);

    public Task RespondAsync(int status, string body, string type = "application/json", params string[] headers)
    {
        var lines = headers.Append($"Content-Type: {type}").Append($"Content-Length: {Encoding.UTF8.GetByteCount(body)}");
        return WriteAsync($"HTTP/1.1 {status} Scripted\r\n{string.Join("\r\n", lines)}\r\n\r\n{body}");
    }

    /// <summary>Ends the connection with RST.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Holds the connection open, saying nothing, until the test is over.</summary>
    public Task StaySilentAsync() => Task.Delay(Timeout.Infinite, stopping);

    public void Dispose() => stream.Dispose();

    private async Task FillAsync()
    {
        var buffer = new byte[8192];
        var read = await stream.ReadAsync(buffer, stopping);
        if (read == 0) throw new IOException("the client has gone");
        unread.AddRange(buffer.AsSpan(0, read));
    }
}
