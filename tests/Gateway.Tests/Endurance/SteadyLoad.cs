using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Tests.Support;

namespace Gateway.Tests.Endurance;

/// <summary>
/// Citizens who post forms and write mails while the gateway is killed and cut off, and what they were told. Two of three posts are sent
/// again under their Idempotency-Key until there is a receipt; the third is given up like a closed browser.
/// </summary>
/// <param name="gateway">Where to. Its address changes with each start.</param>
/// <param name="mails">Folder that the gateway watches.</param>
internal sealed class SteadyLoad(GatewayProcess gateway, string mails) : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private readonly ConcurrentDictionary<int, HandedOver> handed = new();
    private readonly ConcurrentQueue<string> surprises = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abandoning = new();
    private readonly List<Task> running = [];
    private int last;
    private int turnedAway;

    /// <summary>What was handed over until now.</summary>
    public IReadOnlyCollection<HandedOver> Handed => [.. handed.Values];

    /// <summary>How many receipts were given until now.</summary>
    public int Receipts => handed.Values.Count(one => one.Receipt is not null);

    /// <summary>How often a post was turned away for the moment (503).</summary>
    public int TurnedAway => Volatile.Read(ref turnedAway);

    /// <summary>Answers that no post should get.</summary>
    public IReadOnlyCollection<string> Surprises => surprises;

    /// <summary>Begins.</summary>
    /// <param name="every">Between two posts of one of two persons, and four of them between two mails.</param>
    public void Start(TimeSpan every)
    {
        for (var person = 0; person < 2; person++) running.Add(BeatAsync(every, () => PostAsync(stopping.Token)));
        running.Add(BeatAsync(every * 4, WriteMailAsync));
    }

    /// <summary>No new ones. Returns when each that is sent again has its receipt.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running).WaitAsync(TimeSpan.FromMinutes(3));
    }

    /// <summary>Posts the next one, again and again unless it is of those that are given up.</summary>
    /// <returns>The receipt; null when it was given up.</returns>
    private async Task<string?> PostAsync(CancellationToken stop, string? attached = null)
    {
        var nth = Interlocked.Increment(ref last);
        var isGivenUp = nth % 3 == 0 && stop.CanBeCanceled;
        handed[nth] = new HandedOver(nth, null, IsKept: !isGivenUp);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            if (await TryAsync(nth, attached) is not { } receipt) continue;
            handed[nth] = handed[nth] with { Receipt = receipt };
            return receipt;
        }
        while (!isGivenUp && await beat.WaitForNextTickAsync(abandoning.Token));
        return null;
    }

    /// <summary>Posts one that is not given up.</summary>
    /// <param name="attached">Name of a paper that goes with it.</param>
    public async Task<string> PostAsync(string? attached = null) => (await PostAsync(CancellationToken.None, attached))!;

    /// <summary>Lays the next mail into the folder, whole at once as a mail server does.</summary>
    public async Task WriteMailAsync()
    {
        var nth = Interlocked.Increment(ref last);
        var outside = Path.Combine(Path.GetDirectoryName(mails)!, $"surel-{nth}.tmp");
        await File.WriteAllBytesAsync(outside, Tale.MailOf(nth));
        handed[nth] = new HandedOver(nth, null, IsKept: true);
        File.Move(outside, Path.Combine(mails, $"{nth:000000}.eml"));
    }

    /// <summary>Ends it whatever is still to be sent again.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await abandoning.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
        abandoning.Dispose();
    }

    private async Task BeatAsync(TimeSpan every, Func<Task> act)
    {
        using var beat = new PeriodicTimer(every);
        try
        {
            while (await beat.WaitForNextTickAsync(stopping.Token)) await act();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !abandoning.IsCancellationRequested)
        {
        }
    }

    private async Task<string?> TryAsync(int nth, string? attached)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Tale.Of(nth)), "isi" }, { new StringContent(Tale.PhoneOf(nth)), "hp" } };
        if (attached is not null) form.Add(new ByteArrayContent("%PDF-1.4 surat"u8.ToArray()), "lampiran", attached);
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway.Address, "/intake/dishub-form")) { Content = form };
        post.Headers.Add("Idempotency-Key", $"kunci-{nth}");
        try
        {
            using var answer = await Http.SendAsync(post);
            if (answer.StatusCode == HttpStatusCode.Accepted) return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["trackingNumber"]!;
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) Interlocked.Increment(ref turnedAway);
            else surprises.Enqueue($"nomor {nth}: HTTP {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        // The process died, is frozen, or does not listen yet: the citizen knows nothing.
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
        }

        return null;
    }
}
