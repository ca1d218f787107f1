using System.Diagnostics;
using System.Text;

namespace Gateway.Benchmarks;

/// <summary>
/// Sends form posts of 2 KB, each with words of its own, and takes only 202 for an answer: the receipt of what is on disk. It shares the
/// cores with the gateway, so the posts are written before the clock runs, and a thread to each connection waits in the kernel.
/// </summary>
internal sealed class FormPosts
{
    private const int Size = 2_048;

    private readonly Uri address;
    private readonly int connections;
    private readonly string head;
    private int number;

    public FormPosts(Uri address, int connections)
    {
        head = $"POST /intake/{ServedGateway.Channel} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {ServedGateway.Token}\r\nContent-Type: application/json\r\nContent-Length: {Size}\r\n\r\n";
        (this.address, this.connections) = (address, connections);
    }

    /// <summary>As fast as all connections take them: posts a second.</summary>
    public double Flood(int posts)
    {
        var waits = Send(posts, due: _ => 0);
        return posts / (waits.Max() / 1000);
    }

    /// <summary>
    /// At a fixed rate, whether answers come or not: milliseconds from the moment a post was due to its receipt, in rising order. A server
    /// that falls behind makes all that follow wait, as citizens would.
    /// </summary>
    public double[] Pace(int perSecond, int seconds)
    {
        var waits = Send(perSecond * seconds, due: i => i * 1000.0 / perSecond);
        Array.Sort(waits);
        return waits;
    }

    // Milliseconds from due to receipt. The next post goes out on whichever connection is free; each run opens its own, since a server
    // closes what was idle while the gates caught up.
    private double[] Send(int posts, Func<int, double> due)
    {
        byte[][] requests = [.. Enumerable.Range(0, posts).Select(_ => Request(++number))];
        var waits = new double[posts];
        var next = -1;
        Exception? failed = null;
        using var over = new ManualResetEventSlim(false, spinCount: 0);
        var open = Enumerable.Range(0, connections).Select(_ => new FormConnection(address)).ToList();
        var watch = Stopwatch.StartNew();
        var threads = open.Select(connection => new Thread(() =>
        {
            try
            {
                for (int i; !over.IsSet && (i = Interlocked.Increment(ref next)) < posts;)
                {
                    while (!over.IsSet && due(i) - watch.Elapsed.TotalMilliseconds is > 0 and var early) over.Wait((int)Math.Ceiling(early));
                    connection.Post(requests[i]);
                    waits[i] = watch.Elapsed.TotalMilliseconds - due(i);
                }
            }
            catch (Exception fault) when (fault is IOException or InvalidOperationException or System.Net.Sockets.SocketException)
            {
                failed = fault;
                over.Set();
            }
        })).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        foreach (var connection in open) connection.Dispose();
        return failed is null ? waits : throw new InvalidOperationException("A post was not taken.", failed);
    }

    private byte[] Request(int i)
    {
        var start = $$"""{"nama":"Warga Contoh {{i}}","hp":"0811-0000-{{i % 10000:D4}}","judul":"{{ToldAtLength.Title(i)}}","isi":"{{(i % 3 == 0 ? "Rumah saya di Gang Mawar RT 7. " : "")}}""";
        return Encoding.ASCII.GetBytes(head + start + ToldAtLength.Words(i, Size - start.Length - 2) + "\"}");
    }
}
