using System.Net;
using System.Text.Json.Nodes;
using Gateway.Server.Composition;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// The HTTP door was bound once to the registry of the start: a channel that an officer paused went on taking posts, and a token that
/// was changed because it had leaked went on letting people in, until the next restart.
/// </summary>
internal sealed class APausedFormTakesNothingWithoutARestart
{
    private OpenedHouse opened = null!;
    private RunningGateway running = null!;
    private HttpClient client = null!;

    [SetUp]
    public async Task Open()
    {
        opened = await OpenedHouse.NewAsync(null, Registries.Form);
        opened.House.Settings.Http.Urls = "http://127.0.0.1:0";
        running = await RunningGateway.StartAsync(opened.House, intake: true, forward: false, CancellationToken.None);
        client = new HttpClient { BaseAddress = new Uri(running.Urls.Single()) };
    }

    [TearDown]
    public async Task Close()
    {
        client.Dispose();
        await running.DisposeAsync();
        await opened.DisposeAsync();
    }

    [Test]
    public async Task APauseCountsFromTheNextPost()
    {
        Assert.That(await PostAsync(), Is.EqualTo(HttpStatusCode.Accepted));

        await opened.House.Registry.EnableAsync("dishub-form", false, "rina", CancellationToken.None);
        Assert.That(await PostAsync(), Is.EqualTo(HttpStatusCode.ServiceUnavailable));

        await opened.House.Registry.EnableAsync("dishub-form", true, "rina", CancellationToken.None);
        Assert.That(await PostAsync(), Is.EqualTo(HttpStatusCode.Accepted));
    }

    [Test]
    public async Task ANewTokenCountsFromTheNextPost()
    {
        await TokenAsync("kata-lama");
        Assert.That(await PostAsync("kata-lama"), Is.EqualTo(HttpStatusCode.Accepted));

        await TokenAsync("kata-baru");

        Assert.That(await PostAsync("kata-lama"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await PostAsync("kata-baru"), Is.EqualTo(HttpStatusCode.Accepted));
    }

    private Task TokenAsync(string token)
    {
        var registry = opened.House.Registry;
        var channels = registry.Current.Channels.Select(channel => channel with { Settings = new JsonObject { ["token"] = token } });
        return registry.ApplyAsync(registry.Current with { Channels = [.. channels] }, "rina", CancellationToken.None);
    }

    private async Task<HttpStatusCode> PostAsync(string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/intake/dishub-form");
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("isi", "Lampu jalan di Jl. Kartini mati sejak dua minggu.")]);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
