using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Adapters.WebForm.Door;
using Gateway.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Adapters.WebForm;

/// <summary>A real Kestrel on a free port with the HTTP door in it: one channel with a token, one without, one paused, one of e-mail, and one for each way in.</summary>
internal sealed class OpenDoor : IAsyncDisposable
{
    public const string Token = "rahasia-kanal";

    /// <summary>Secret with which posts to the channel <c>signed</c> are signed.</summary>
    public static readonly string WebhookSecret = "whsec_" + Convert.ToBase64String("kunci baru yang panjang"u8);

    private readonly WebApplication _app;

    private OpenDoor(WebApplication app, MemoryIntake intake, FakeTimeProvider time)
    {
        _app = app;
        Time = time;
        Intake = intake;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public MemoryIntake Intake { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Client { get; }

    public static async Task<OpenDoor> StartAsync(long limit = 20 << 20, DateTimeOffset? now = null)
    {
        Channel[] channels =
        [
            Posts.Channel() with { Key = "open" },
            Posts.Channel("""{"token":"env:TOKEN"}""") with { Key = "locked" },
            Posts.Channel("""{"token":"env:ABSENT"}""") with { Key = "keyless" },
            Posts.Channel() with { Key = "paused", Enabled = false },
            Posts.Channel("""{"signature":{"scheme":"standard-webhooks","secret":"env:WEBHOOK"}}""") with { Key = "signed" },
            Posts.Channel("""{"signature":{"scheme":"typeform","secret":"env:TOKEN"},"preset":"typeform"}""") with { Key = "typeform" },
            Posts.Channel("""{"signature":{"scheme":"standard-webhooks","secret":"env:ABSENT"}}""") with { Key = "unsignable" },
            Posts.Channel("""{"token":"env:TOKEN","origins":["https://www.dishub.example"]}""") with { Key = "site" },
            Posts.Channel("""{"rate":"2/h"}""") with { Key = "slow" },
            Posts.Channel("""{"rate":{"channel":"3/h"}}""") with { Key = "narrow" },
            Posts.Channel("""{"token":"env:TOKEN","rate":{"address":"9/h","channel":"3/h"}}""") with { Key = "narrow-locked" },
            Posts.Channel("""{"honeypot":"situs"}""") with { Key = "trapped" },
            Posts.Channel("""{"page":"on","map":{"isi":"kolom_7"}}""") with { Key = "page" },
            Posts.Channel("""{"page":{"title":"Formulir <Dishub>","contact":"ppid@dishub.example","retention":"Dua tahun."},"origins":["https://www.dishub.example"],"rate":"3/h"}""") with { Key = "named-page" },
            Posts.Channel("""{"page":"on"}""") with { Key = "paused-page", Enabled = false },
            new() { Key = "mail", Agency = "dishub", Kind = "email" },
        ];
        Channel? Find(string key) => channels.FirstOrDefault(c => c.Key == key);
        var intake = new MemoryIntake(Find);
        var time = new FakeTimeProvider(now ?? Posts.Received);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapIntake(new IntakeDoor(Find, intake, Secret, time) { Limit = limit, AgencyName = _ => "Dinas Perhubungan" });
        await app.StartAsync();
        return new OpenDoor(app, intake, time);
    }

    public Task<HttpResponseMessage> PostAsync(string channel, string json, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/intake/" + channel) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request);
    }

    /// <summary>Sends the bytes as they are and reads until the server closes.</summary>
    public async Task<string> AskAsync(string request)
    {
        using var socket = await ConnectAsync(request);
        using var answer = new StreamReader(socket.GetStream(), Encoding.UTF8);
        return await answer.ReadToEndAsync();
    }

    /// <summary>Sends the bytes and goes away: politely, or as a phone that loses its signal.</summary>
    /// <returns>What the server still said.</returns>
    public async Task<string> BreakOffAsync(string request, bool politely)
    {
        using var socket = await ConnectAsync(request);
        socket.LingerState = new LingerOption(!politely, 0);
        if (!politely) return "";
        using var answer = new StreamReader(socket.GetStream(), Encoding.UTF8);
        socket.Client.Shutdown(SocketShutdown.Send);
        try
        {
            return await answer.ReadToEndAsync();
        }
        // Kestrel resets a connection that ends in the middle of a body.
        catch (IOException)
        {
            return "";
        }
    }

    private async Task<TcpClient> ConnectAsync(string request)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync("127.0.0.1", Client.BaseAddress!.Port);
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        return socket;
    }

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static string Secret(string reference) => reference switch
    {
        "env:TOKEN" => Token,
        // Two while one replaces the other.
        "env:WEBHOOK" => "whsec_" + Convert.ToBase64String("kunci lama"u8) + " " + WebhookSecret,
        _ => throw new InvalidOperationException("Secret env:ABSENT is not set."),
    };
}
