using System.Net;

namespace Gateway.Tests.Adapters.WebForm;

/// <summary>What guards a form that anybody may reach: origins, rates, the honeypot.</summary>
public sealed class OpenToTheWorldTests
{
    private const string Site = "https://www.dishub.example";

    private static readonly (string, string) Bearer = ("Authorization", "Bearer " + OpenDoor.Token);

    private OpenDoor _door = null!;

    [SetUp]
    public async Task Open() => _door = await OpenDoor.StartAsync();

    [TearDown]
    public async Task Close() => await _door.DisposeAsync();

    [Test]
    public async Task ABrowserOfAListedSiteIsToldThatItMayPost()
    {
        var response = await AskAsync("site", Site);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Header(response, "Access-Control-Allow-Origin"), Is.EqualTo(Site));
        Assert.That(Header(response, "Access-Control-Allow-Headers"), Does.Contain("authorization").And.Contain("idempotency-key"));
        Assert.That(Header(response, "Access-Control-Allow-Methods"), Is.EqualTo("POST"));
        Assert.That(Header(response, "Vary"), Is.EqualTo("Origin"));
    }

    [TestCase("site", "https://situs-lain.example", 403)]
    [TestCase("site", "null", 403)]
    [TestCase("open", Site, 403)]
    [TestCase("nobody", Site, 404)]
    public async Task AnyOtherSiteIsNot(string channel, string origin, int status)
    {
        var response = await AskAsync(channel, origin);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
    }

    [Test]
    public async Task APostOfAListedSiteMayBeReadByItsPage()
    {
        var response = await _door.PostAsync("site", """{"isi":"Banjir"}""", Bearer, ("Origin", Site));
        var refused = await _door.PostAsync("site", """{"isi":"Banjir"}""", ("Origin", Site));

        Assert.That((response.StatusCode, Header(response, "Access-Control-Allow-Origin")), Is.EqualTo((HttpStatusCode.Accepted, Site)));
        Assert.That((refused.StatusCode, Header(refused, "Access-Control-Allow-Origin")), Is.EqualTo((HttpStatusCode.Unauthorized, Site)));
    }

    [Test]
    public async Task APostOfAnotherSiteIsRefusedThoughItBearsTheToken()
    {
        var response = await _door.PostAsync("site", """{"isi":"Banjir"}""", Bearer, ("Origin", "https://situs-lain.example"));

        Assert.That(((int)response.StatusCode, (string?)(await OpenDoor.JsonAsync(response))["code"]), Is.EqualTo((403, "origin-not-allowed")));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [TestCase("slow", 2)]
    [TestCase("narrow", 3)]
    public async Task OverItsRateAChannelAsksToComeLater(string channel, int most)
    {
        for (var i = 0; i < most; i++) Assert.That((await _door.PostAsync(channel, $$"""{"isi":"Banjir {{i}}"}""")).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

        var response = await _door.PostAsync(channel, """{"isi":"Satu lagi"}""");

        Assert.That(((int)response.StatusCode, (string?)(await OpenDoor.JsonAsync(response))["code"]), Is.EqualTo((429, "too-many-posts")));
        Assert.That(response.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.FromMinutes(10)).And.LessThanOrEqualTo(TimeSpan.FromHours(1)));
        Assert.That(_door.Intake.Kept, Has.Count.EqualTo(most));
    }

    [Test]
    public async Task StrangersDoNotUseUpWhatTheChannelTakes()
    {
        for (var i = 0; i < 5; i++) await _door.PostAsync("narrow-locked", "{}", ("Authorization", "Bearer salah"));

        Assert.That((await _door.PostAsync("narrow-locked", """{"isi":"Banjir"}""", Bearer)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    [Test]
    public async Task WithoutAWrittenRateWhoProvesThemselvesIsNotCounted()
    {
        for (var i = 0; i < 40; i++)
            Assert.That((await _door.PostAsync("locked", $$"""{"isi":"Banjir {{i}}"}""", Bearer)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    [Test]
    public async Task GuessingATokenIsCounted()
    {
        var answers = new List<int>();
        for (var i = 0; i < 31; i++) answers.Add((int)(await _door.PostAsync("locked", "{}", ("Authorization", $"Bearer {i}"))).StatusCode);

        Assert.That(answers[..30], Has.All.EqualTo(401));
        Assert.That(answers[30], Is.EqualTo(429));
        Assert.That((await _door.PostAsync("locked", """{"isi":"Banjir"}""", Bearer)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    [Test]
    public async Task WhoFillsTheFieldNobodySeesIsAnsweredAsIfTakenWithoutANumber()
    {
        var response = await _door.PostAsync("trapped", """{"isi":"Obat kuat murah","situs":"https://obat.example"}""");
        var person = await _door.PostAsync("trapped", """{"isi":"Lampu mati","situs":""}""");

        Assert.That((response.StatusCode, response.Headers.Location), Is.EqualTo((HttpStatusCode.Accepted, (Uri?)null)));
        Assert.That((string?)(await OpenDoor.JsonAsync(response))["trackingNumber"], Is.Null);
        Assert.That((string?)(await OpenDoor.JsonAsync(person))["trackingNumber"], Is.Not.Null);
        Assert.That(_door.Intake.Kept, Has.Count.EqualTo(2));
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private Task<HttpResponseMessage> AskAsync(string channel, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/intake/" + channel);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "POST");
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", "content-type");
        return _door.Client.SendAsync(request);
    }
}
