using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gateway.Adapters.WebForm.Door;

namespace Gateway.Tests.Adapters.WebForm;

public sealed class IntakeEndpointTests
{
    private const string Complaint = """{"isi":"Lampu jalan mati di Jl. Kartini","nama":"Siti"}""";

    private const int Limit = 100_000;

    private OpenDoor _door = null!;

    [SetUp]
    public async Task Open() => _door = await OpenDoor.StartAsync(Limit);

    [TearDown]
    public async Task Close() => await _door.DisposeAsync();

    [Test]
    public async Task AnswersWithTheTrackingNumberOnceThePostIsKept()
    {
        var response = await _door.PostAsync("open", Complaint);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        var number = (string?)(await OpenDoor.JsonAsync(response))["trackingNumber"];
        Assert.That(number, Is.EqualTo("G000-0000-0000-00"));
        Assert.That(response.Headers.Location?.ToString(), Is.EqualTo("/track/G000-0000-0000-00"));
        Assert.That(_door.Intake.Kept.Single().Received, Is.EqualTo(Posts.Received));
        Assert.That(_door.Intake.Kept.Single().MediaType, Is.EqualTo("application/json; charset=utf-8"));
    }

    [Test]
    public async Task ARepeatGetsTheSameNumber()
    {
        var first = await OpenDoor.JsonAsync(await _door.PostAsync("open", Complaint, ("Idempotency-Key", "k-1")));
        var again = await _door.PostAsync("open", Complaint, ("Idempotency-Key", "k-1"));

        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That((await OpenDoor.JsonAsync(again)).ToJsonString(), Is.EqualTo(first.ToJsonString()));
    }

    [Test]
    public async Task AKeyReusedForOtherWordsIsRefusedAndKept()
    {
        await _door.PostAsync("open", Complaint, ("Idempotency-Key", "k-1"));

        await AssertProblem(await _door.PostAsync("open", """{"isi":"Lain lagi"}""", ("Idempotency-Key", "k-1")), 422, "idempotency-key-reused");
        Assert.That(_door.Intake.Kept, Has.Count.EqualTo(2));
    }

    [TestCase("""{"isi":"a" """, 400, "form-unreadable")]
    [TestCase("""{"nama":"Budi"}""", 422, "no-isi")]
    public async Task WhatCannotBeTakenIsRefusedAndKept(string body, int status, string code)
    {
        await AssertProblem(await _door.PostAsync("open", body), status, code);
        Assert.That(_door.Intake.Kept, Has.Count.EqualTo(1));
    }

    [TestCase("nobody", 404, "channel-unknown")]
    [TestCase("mail", 404, "channel-unknown")]
    [TestCase("locked", 401, "token-wrong")]
    [TestCase("keyless", 503, "channel-not-ready")]
    [TestCase("paused", 503, "channel-paused")]
    public async Task RefusesAtTheDoorAndKeepsNothing(string channel, int status, string code)
    {
        await AssertProblem(await _door.PostAsync(channel, Complaint), status, code);
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [TestCase("Bearer rahasia-kanal", 202)]
    [TestCase("bearer rahasia-kanal", 202)]
    [TestCase("Bearer rahasia-kana", 401)]
    [TestCase("Bearer ", 401)]
    [TestCase("Basic rahasia-kanal", 401)]
    public async Task AsksForTheTokenOfTheChannel(string authorization, int status)
    {
        var response = await _door.PostAsync("locked", Complaint, ("Authorization", authorization));

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Headers.WwwAuthenticate.Count, Is.EqualTo(status == 401 ? 1 : 0));
    }

    [Test]
    public async Task WithoutATokenASenderBehindAProxyIsNotThisMachine() =>
        await AssertProblem(await _door.PostAsync("open", Complaint, ("X-Forwarded-For", "203.0.113.9")), 401, "token-wrong");

    [TestCase("X-Real-IP", "203.0.113.9")]
    [TestCase("Forwarded", "for=203.0.113.9")]
    [TestCase("Via", "1.1 proksi")]
    [TestCase("Origin", "https://situs-lain.example")]
    [TestCase("Origin", "http://localhost.situs-lain.example")]
    [TestCase("Origin", "null")]
    [TestCase("Origin", "")]
    [TestCase("Host", "situs-lain.example")]
    [TestCase("Host", "127.0.0.1.situs-lain.example")]
    [TestCase("Host", "10.0.0.7:5000")]
    public async Task WithoutATokenAPageOfAnotherSiteIsRefusedThoughItsBrowserIsHere(string header, string value)
    {
        await AssertProblem(await _door.PostAsync("open", Complaint, (header, value)), 401, "token-wrong");
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [TestCase("Origin", "http://localhost:8080")]
    [TestCase("Origin", "http://127.0.0.1")]
    [TestCase("Origin", "http://[::1]:8080")]
    [TestCase("Host", "localhost:5000")]
    [TestCase("Host", "[::1]:5000")]
    public async Task WithoutATokenAPageOfThisMachineIsLetIn(string header, string value) =>
        Assert.That((await _door.PostAsync("open", Complaint, (header, value))).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));

    [Test]
    public async Task TheTokenCountsWhereverThePageIsFrom() =>
        Assert.That(
            (await _door.PostAsync("locked", Complaint, ("Authorization", "Bearer " + OpenDoor.Token), ("Origin", "https://lapor.dishub.example"), ("Host", "lapor.dishub.example"))).StatusCode,
            Is.EqualTo(HttpStatusCode.Accepted));

    [Test]
    public async Task AClosedIntakeAsksToComeAgain()
    {
        _door.Intake.IsClosed = true;

        var response = await _door.PostAsync("open", Complaint);

        await AssertProblem(response, 503, "intake-closed");
        Assert.That(response.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(60)));
    }

    [Test]
    public async Task SpeaksEnglishWhenAsked()
    {
        var indonesian = await OpenDoor.JsonAsync(await _door.PostAsync("nobody", Complaint));
        var english = await OpenDoor.JsonAsync(await _door.PostAsync("nobody", Complaint, ("Accept-Language", "fr, en-GB;q=0.8, id;q=0.1")));

        Assert.That((string?)indonesian["title"], Is.EqualTo("Kanal tidak ditemukan"));
        Assert.That((string?)english["title"], Is.EqualTo("No such channel"));
    }

    [Test]
    public async Task OnlyAPostIsTaken() =>
        Assert.That((await _door.Client.GetAsync("/intake/open")).StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));

    [Test]
    public async Task AKeyThatIsTooLongIsRefused() =>
        await AssertProblem(await _door.PostAsync("open", Complaint, ("Idempotency-Key", new string('k', 256))), 400, "idempotency-key-unusable");

    [Test]
    public async Task AKeyWithControlCharactersIsRefused()
    {
        var answer = await _door.AskAsync("POST /intake/open HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIdempotency-Key: a\u0001b\r\nContent-Length: 2\r\n\r\n{}");

        Assert.That(answer, Does.StartWith("HTTP/1.1 400"));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [Test]
    public async Task APostOverTheLimitIsNotKept()
    {
        var body = "{\"isi\":\"" + new string('a', Limit) + "\"}";

        await AssertProblem(await _door.PostAsync("open", body), 413, "post-too-large");
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [Test]
    public async Task AChunkedPostOverTheLimitIsNotKept()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/intake/open") { Content = new StringContent(new string('a', Limit + 1)) };
        request.Headers.TransferEncodingChunked = true;

        await AssertProblem(await _door.Client.SendAsync(request), 413, "post-too-large");
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [Test]
    public async Task APostOfExactlyTheLimitIsKept()
    {
        const string Said = "{\"isi\":\"Halte roboh\"}";
        var body = Said + new string(' ', Limit - Said.Length);

        Assert.That((await _door.PostAsync("open", body)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    [TestCase("Content-Length: 500\r\n\r\n{\"isi\":\"terput")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\nff\r\n{\"isi\":\"terput")]
    public async Task APostCutOffMidwayIsNotKept(string rest)
    {
        var head = "POST /intake/open HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + rest;
        await _door.BreakOffAsync(head, politely: false);

        var answer = await _door.BreakOffAsync(head, politely: true);

        Assert.That(answer, Does.Not.Contain(" 500 "));
        Assert.That(_door.Intake.Kept, Is.Empty);
        Assert.That((await _door.PostAsync("open", Complaint)).StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
    }

    // 400 would say that the same post may not come again.
    [Test]
    public void APostCutOffMidwayIsATimeOutForItsSender() => Assert.That(IntakeWords.Of("post-cut-off").Status, Is.EqualTo(408));

    [Test]
    public async Task TakesAMultipartPostWhoseFileHoldsDelimiters()
    {
        using var form = new MultipartFormDataContent("----batas") { { new StringContent("Banjir"), "pesan" } };
        var file = new ByteArrayContent(Encoding.ASCII.GetBytes("------bata\r\nContent-Disposition: form-data; name=\"nama\"\r\n\r\nX\r\n----batas--"));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(file, "lampiran", "catatan.txt");

        var response = await _door.Client.PostAsync("/intake/open", form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(Posts.Translate(_door.Intake.Kept.Single()).Reporter, Is.Null);
    }

    [Test]
    public async Task MalformedMultipartIsRefusedAndKept()
    {
        using var body = new StringContent("--b\r\nContent-Disposition: form-data; name=\"isi\"\r\n\r\nBanjir");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        await AssertProblem(await _door.Client.PostAsync("/intake/open", body), 400, "form-unreadable");
        Assert.That(_door.Intake.Kept, Has.Count.EqualTo(1));
    }

    private static async Task AssertProblem(HttpResponseMessage response, int status, string code)
    {
        var problem = await OpenDoor.JsonAsync(response);
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That((int?)problem["status"], Is.EqualTo(status));
        Assert.That((string?)problem["code"], Is.EqualTo(code));
    }
}
