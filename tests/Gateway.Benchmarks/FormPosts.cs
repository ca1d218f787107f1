using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Gateway.Benchmarks;

/// <summary>Sends form posts of 2 KB, each with words of its own, and takes only 202 for an answer: the receipt of what is on disk.</summary>
internal sealed class FormPosts(Uri address) : IDisposable
{
    private const int Size = 2_048;

    private static readonly string Words = string.Concat(Enumerable.Repeat(
        "Sejak Senin malam seluruh ruas dari simpang pasar sampai jembatan gelap, dua pengendara motor sudah jatuh karena lubang tidak terlihat. "
        + "Petugas pernah datang tetapi hanya memotret tiang. Mohon segera diperbaiki, anak-anak pulang mengaji lewat sana setiap petang. ", 10));

    private readonly HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = address };
    private int number;

    /// <summary>As fast as a number of connections takes them: posts a second.</summary>
    public async Task<double> FloodAsync(int connections, int posts)
    {
        var left = posts;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0) await PostAsync();
        })));
        return posts / watch.Elapsed.TotalSeconds;
    }

    /// <summary>
    /// At a fixed rate, whether answers come or not: milliseconds from the moment a post was due to its receipt, in rising order. A server
    /// that falls behind makes all that follow wait, as citizens would.
    /// </summary>
    public async Task<double[]> PaceAsync(int perSecond, int seconds)
    {
        var waits = new Task<double>[perSecond * seconds];
        var watch = Stopwatch.StartNew();
        for (var sent = 0; sent < waits.Length;)
        {
            var due = (int)Math.Min(waits.Length, watch.Elapsed.TotalSeconds * perSecond);
            for (; sent < due; sent++) waits[sent] = WaitAsync(watch, sent * 1000.0 / perSecond);
            await Task.Delay(1);
        }

        var all = await Task.WhenAll(waits);
        Array.Sort(all);
        return all;
    }

    public void Dispose() => client.Dispose();

    private async Task<double> WaitAsync(Stopwatch watch, double due)
    {
        await PostAsync();
        return watch.Elapsed.TotalMilliseconds - due;
    }

    private async Task PostAsync()
    {
        var i = Interlocked.Increment(ref number);
        var start = $$"""{"nama":"Warga Contoh {{i}}","hp":"0811-0000-{{i % 10000:D4}}","judul":"Lampu jalan nomor {{i}}","isi":"Lampu jalan nomor {{i}} di Jalan Kartini mati. {{(i % 3 == 0 ? "Rumah saya di Gang Mawar RT 7. " : "")}}""";
        var body = start + Words[..(Size - start.Length - 2)] + "\"}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/intake/" + ServedGateway.Channel) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ServedGateway.Token);
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.Accepted) throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
