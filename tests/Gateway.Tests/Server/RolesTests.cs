using System.Net;
using System.Runtime.Versioning;
using System.Text;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>What a process starts by <c>--only</c>.</summary>
[SupportedOSPlatform("linux")]
internal sealed class RolesTests
{
    [TestCase(true, true, HttpStatusCode.Accepted, true)]
    [TestCase(true, false, HttpStatusCode.Accepted, false)]
    [TestCase(false, true, HttpStatusCode.NotFound, true)]
    [TestCase(false, false, HttpStatusCode.NotFound, false)]
    public async Task TakesPostsOnlyAtTheIntakeAndMeetsTheBrokerOnlyToForward(bool intake, bool forward, HttpStatusCode posted, bool broker)
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        opened.House.Settings.Http.Urls = "http://127.0.0.1:0";
        await using var running = await RunningGateway.StartAsync(opened.House, intake, forward, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri(running.Urls.First()) };
        using var post = new StringContent("""{"isi": "Lampu jalan di depan kantor pos mati."}""", Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri("/intake/dishub-form", UriKind.Relative), post);
        using var health = await client.GetAsync(new Uri("/health/live", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(posted));
        Assert.That(health.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(running.Broker is not null, Is.EqualTo(broker));
    }

    [Test]
    public async Task WhatOneRoleRecordedTheNextProcessJudgesThatTakesIn()
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        opened.House.Settings.Http.Urls = "http://127.0.0.1:0";
        var number = await opened.TakeAsync(await FormPost.OfAsync(new Dictionary<string, string> { ["isi"] = "Lampu jalan di depan kantor pos mati." }));
        await using (await RunningGateway.StartAsync(opened.House, intake: true, forward: false, CancellationToken.None))
        {
            Assert.That((await opened.House.Ledger.FindAsync(number, CancellationToken.None))!.State, Is.Not.EqualTo(ComplaintState.Recorded));
            Assert.That((await opened.House.Ledger.NodesAsync(CancellationToken.None)).Select(node => node.Id), Is.EqualTo(new[] { opened.House.Node.Id }));
        }
    }

    [Test]
    public async Task TheNextProcessOnTheSameFolderHasTheDutiesAtOnce()
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        await opened.House.JudgeAsync(CancellationToken.None);
        // As a process leaves it that is killed.
        await opened.House.Ledger.BeatAsync("killed", "gateway", Some.Noon, CancellationToken.None);
        Assert.That(await opened.House.Ledger.TakeDutyAsync("masters", "killed", Some.Noon, CancellationToken.None), Is.Not.Null);
        await opened.CloseAsync();
        await opened.OpenAsync();

        await opened.House.JudgeAsync(CancellationToken.None);

        Assert.That(await opened.House.Duties.HoldsAsync("masters", CancellationToken.None), Is.True);
        Assert.That(await opened.House.Ledger.NodesAsync(CancellationToken.None), Has.Count.EqualTo(1));
    }
}
