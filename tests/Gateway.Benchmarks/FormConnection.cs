using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gateway.Benchmarks;

/// <summary>One connection kept alive, on which one post after the other is sent and answered: HTTP/1.1 without a client that costs more than the server.</summary>
internal sealed class FormConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[4_096];

    public FormConnection(Uri address) => socket.Connect(new IPEndPoint(IPAddress.Parse(address.Host), address.Port));

    /// <summary>Sends a whole request and reads its whole answer.</summary>
    /// <exception cref="InvalidOperationException">The answer is not 202 with a tracking number.</exception>
    public void Post(ReadOnlySpan<byte> request)
    {
        for (var sent = 0; sent < request.Length;) sent += socket.Send(request[sent..]);
        var length = 0;
        int end;
        while (!IsWhole(answer.AsSpan(0, length), out end))
            length += socket.Receive(answer.AsSpan(length)) is > 0 and var count ? count : throw new IOException("The gateway closed the connection.");
        var whole = answer.AsSpan(0, length);
        if (end != length || !whole.StartsWith("HTTP/1.1 202 "u8) || whole.IndexOf("\"trackingNumber\":\"G"u8) < 0)
            throw new InvalidOperationException(Encoding.UTF8.GetString(whole));
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> read, out int end)
    {
        end = 0;
        var head = read.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var field = read[..head].IndexOf("Content-Length: "u8);
        if (field < 0 || !System.Buffers.Text.Utf8Parser.TryParse(read[(field + "Content-Length: ".Length)..], out int body, out _)) throw new InvalidOperationException("An answer without a length.");
        end = head + 4 + body;
        return read.Length >= end;
    }
}
