using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Masters;
using Gateway.Infrastructure.Central;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Infrastructure.Central;

/// <summary>Answers are read tolerantly, and nothing that is not there is invented.</summary>
internal sealed class AnswerFormsTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 11, 2, 0, 0, TimeSpan.Zero));
    private CentralClient client = null!;

    [OneTimeSetUp]
    public void Open() => client = Centre.Client(time);

    [OneTimeTearDown]
    public void Close() => client.Dispose();

    [TestCase("""{"complaint_id": 4711}""")]
    [TestCase("""{"complaint_id": "4711", "results": null}""")]
    [TestCase("""{"results": {"complaint": {"id": 4711}}}""")]
    [TestCase("""{"data": {"complaint_id": "4711"}}""")]
    [TestCase("""{"data": {"results": {"complaint": {"id": 4711}}}}""")]
    [TestCase("""{"complaint_id": "#4711"}""")]
    [TestCase("\uFEFF{\"results\": [], \"complaint_id\": 4711}")]
    public async Task FindsTheIdWhereverItStands(string body)
    {
        var answer = await CreateAsync(Acts.Respond(200, body, "text/html"));
        Assert.That(answer.Id, Is.EqualTo("4711"));
        Assert.That(answer.Readable);
    }

    [TestCase("")]
    [TestCase("<html><body>Login</body></html>")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("[1]")]
    [TestCase("4711")]
    [TestCase("""{"complaint_id": null}""")]
    [TestCase("""{"complaint_id": ""}""")]
    [TestCase("""{"complaint_id": 0}""")]
    [TestCase("""{"complaint_id": {"id": 1}}""")]
    [TestCase("""{"results": {"complaint": [{"id": 1}]}}""")]
    [TestCase("""{"complaint_id": 4711""")]
    [TestCase("""{"complaint_id": "\ud800"}""")]
    [TestCase("""{"complaint_id": -1}""")]
    [TestCase("""{"complaint_id": 1.5}""")]
    [TestCase("""{"complaint_id": "null"}""")]
    [TestCase("""{"success": false, "complaint_id": "error"}""")]
    [TestCase("""{"complaint_id": "../../masters?x=1"}""")]
    [TestCase("""{"complaint_id": "=HYPERLINK(1)"}""")]
    [TestCase("""{"complaint_id": "GYEW-T8E9-P3KR-3K"}""")]
    [TestCase("""{"results": {"complaint": {"id": "-"}}}""")]
    public async Task DoesNotReadAnIdThatIsNotThere(string body)
    {
        var answer = await CreateAsync(Acts.Respond(200, body));
        Assert.That(answer.Id, Is.Null);
        Assert.That(answer.Readable, Is.False);
    }

    [Test]
    public async Task ReadsAnEmpty204()
    {
        var answer = await CreateAsync(async connection =>
        {
            await connection.ReadAsync();
            await connection.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n");
            await connection.StaySilentAsync();
        });
        Assert.That((answer.Status, answer.Readable, answer.Excerpt), Is.EqualTo((204, false, (string?)null)));
    }

    [Test]
    public async Task KeepsTheIdOfAConflict()
    {
        var answer = await CreateAsync(Acts.Respond(409, """{"complaint_id": 4711}"""));
        Assert.That((answer.Status, answer.Id), Is.EqualTo((409, "4711")));
    }

    [Test]
    public async Task DoesNotReadWithoutEnd()
    {
        var answer = await CreateAsync(Acts.Respond(200, """{"complaint_id": 4711, "x": " """ + new string('x', 2 << 20) + "\"}"));
        Assert.That((answer.Status, answer.Readable), Is.EqualTo((200, false)));
        Assert.That(answer.Excerpt, Has.Length.LessThanOrEqualTo(300));
    }

    [TestCase("120", 120)]
    [TestCase("0", 0)]
    [TestCase("Mon, 11 May 2026 02:05:00 GMT", 300)]
    [TestCase("Mon, 11 May 2026 01:00:00 GMT", 0)]
    public async Task ReadsHowLongToWait(string header, int seconds)
    {
        var answer = await CreateAsync(Acts.Respond(503, "", "text/plain", "Retry-After: " + header));
        Assert.That(answer.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase("sebentar")]
    [TestCase("-5")]
    public async Task AWaitThatCannotBeReadIsNone(string header)
    {
        var answer = await CreateAsync(Acts.Respond(429, "", "text/plain", "Retry-After: " + header));
        Assert.That(answer.RetryAfter, Is.Null);
    }

    [Test]
    public async Task BlotsPersonsAndSecretsOutOfTheExcerpt()
    {
        const string Body = """
            {"message": "Pelapor 0811-0000-1234 (siti@warga.example, NIK 6472000000000001) ditolak",
             "Authorization": "Bearer abc.def-ghi", "token": "rahasia-sekali", "echo": "kunci-kami"}
            """;
        await using var server = new ScriptedServer(Acts.Respond(422, Body));
        var destination = Centre.At(server.Url) with { Headers = new Dictionary<string, string> { ["Apikey"] = "kunci-kami" } };
        var answer = await client.CreateAsync(destination, Centre.Submission(), Centre.InTime, default);
        Assert.That(answer.Excerpt, Does.Contain("Pelapor").And.Contain("ditolak").And.Contain("****"));
        foreach (var hidden in new[] { "0811", "1234", "siti", "warga.example", "6472", "abc.def", "rahasia-sekali", "kunci-kami" })
            Assert.That(answer.Excerpt, Does.Not.Contain(hidden));
    }

    [TestCase("you sent Ab/cd+Ef==x.GhiJklMn to us")]
    [TestCase("""{"message": "Header Ab\/cd+Ef==x.GhiJklMn tidak dikenal"}""")]
    [TestCase("""{"message": "Header Ab\\\/cd+Ef==x.GhiJklMn tidak dikenal"}""")]
    [TestCase("""{"message": "Header \u0041b\u002Fcd\u002bEf\u003d=x.GhiJklMn tidak dikenal"}""")]
    [TestCase("kembali=Ab%2Fcd%2bEf%3D%3Dx.GhiJklMn&lain=1")]
    [TestCase("<p>Ab&#47;cd&#x2B;Ef&#61;=x.GhiJklMn</p>")]
    [TestCase("potongan GhiJklMn saja")]
    public async Task BlotsEachPartOfASecretHoweverItIsWritten(string body)
    {
        await using var server = new ScriptedServer(Acts.Respond(422, body));
        var destination = Centre.At(server.Url) with { Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer Ab/cd+Ef==x.GhiJklMn" } };
        var answer = await client.CreateAsync(destination, Centre.Submission(), Centre.InTime, default);
        Assert.That(answer.Excerpt, Does.Contain("****").And.Not.Contain("GhiJklMn").And.Not.Contain("cd+Ef").And.Not.Contain("Ef="));
    }

    [TestCase("""{"results": {"images": [{"id": 1}, {"id": 3}], "docs": [{"id": "2"}]}}""", new[] { "1", "2", "3" })]
    [TestCase("""{"results": {"images": [], "docs": [{"id": 1}, {"id": 2}, {"id": 3}]}}""", new[] { "1", "2", "3" })]
    [TestCase("""{"data": {"results": {"images": [{"id": 7}, {"id": 8}], "docs": [{"id": 9}]}}}""", new[] { "7", "9", "8" })]
    public async Task CountsImagesAndDocuments(string body, string[] ids)
    {
        var answer = await UploadAsync(body);
        Assert.That(answer.FileIds, Is.EqualTo(ids));
        Assert.That(answer.Readable);
    }

    [TestCase("""{"results": {"images": [{"id": 1}, {"id": 3}]}}""")]
    [TestCase("""{"results": {"images": [{"id": 1}, {"id": 1}], "docs": [{"id": 2}]}}""")]
    [TestCase("""{"results": {"images": [{"id": 1}, {}], "docs": [{"id": 2}]}}""")]
    [TestCase("""{"results": {"images": [{"id": 1}, {"id": 3}, {"id": 4}], "docs": [{"id": 2}]}}""")]
    [TestCase("{}")]
    [TestCase("<html></html>")]
    public async Task AnUploadThatLostAFileIsUnreadable(string body)
    {
        var answer = await UploadAsync(body);
        Assert.That(answer.Readable, Is.False);
        Assert.That(answer.FileIds, Is.Empty);
    }

    [TestCase("""{"results": {"data": {"status_code": "1", "status_name": "\ud800"}}}""")]
    [TestCase("""{"results": {"data": {"content": "\udc00 padam"}}}""")]
    public async Task HalfACharacterMakesAnAnswerUnreadableAndStopsNobody(string body)
    {
        await using var server = new ScriptedServer(Acts.Respond(200, body), Acts.Respond(200, """{"data": [{"id": 1, "name": "\ud800"}]}"""));
        var answer = await client.ReadAsync(Centre.At(server.Url), "4711", default);
        Assert.That((answer.Status, answer.Readable, answer.Standing), Is.EqualTo((200, false, (CentralStanding?)null)));
        var page = await client.ReadPageAsync(Centre.At(server.Url), MasterList.Institutions, 1, default);
        Assert.That((page.Answer.Status, page.Entries), Is.EqualTo((200, (IReadOnlyList<MasterEntry>?)null)));
    }

    [TestCase("""{"errors": {"attachments": ["The selected attachments is invalid."]}}""", true)]
    [TestCase("""{"message": "Lampiran 12 tidak ditemukan."}""", true)]
    [TestCase("""{"message": "Unknown file 12."}""", true)]
    [TestCase("""{"errors": {"content": ["Isi wajib diisi; lampiran tidak wajib."]}}""", false)]
    [TestCase("<html><title>404 Not Found</title></html>", false)]
    [TestCase("File not found.\n", false)]
    [TestCase("\"File not found.\"", false)]
    public async Task OnlyWhatSaysThatAFileIsNotThereSpeaksOfForgottenFiles(string body, bool speaks)
    {
        await using var server = new ScriptedServer(Acts.Respond(404, body), Acts.Respond(404, body));
        var (with, without) = (Centre.Submission(), Centre.Submission());
        with.Fields["attachments"] = "[12]";

        var answer = await client.CreateAsync(Centre.At(server.Url), with, Centre.InTime, default);
        Assert.That((answer.NamesFiles, AnswerTable.Classify(CentralCall.Create, answer)), Is.EqualTo((speaks, speaks ? AttemptOutcome.Rejected : AttemptOutcome.Misconfigured)));
        answer = await client.CreateAsync(Centre.At(server.Url), without, Centre.InTime, default);
        Assert.That((answer.NamesFiles, AnswerTable.Classify(CentralCall.Create, answer)), Is.EqualTo((false, AttemptOutcome.Misconfigured)), "a wrong route");
    }

    [Test]
    public async Task ReadsAComplaintBack()
    {
        await using var server = new ScriptedServer(Acts.Respond(200, """{"results": {"data": {"status_code": "1", "content": "Lampu padam\nNo. pelacakan: G1"}}}"""));
        var answer = await client.ReadAsync(Centre.At(server.Url), "47/11", default);
        Assert.That(answer.Content, Does.EndWith("No. pelacakan: G1"));
        Assert.That(server.Requests[0].Line, Is.EqualTo("GET /complaints/47%2F11/complaint HTTP/1.1"));
    }

    [Test]
    public async Task AProbeIsReadableWhenItListsInstitutions()
    {
        await using var server = new ScriptedServer(Acts.Respond(200, """{"results": {"data": [{"id": 101, "name": "Dinas Perhubungan"}]}}"""));
        Assert.That((await client.ProbeAsync(Centre.At(server.Url), default)).Readable);
        Assert.That(server.Requests[0].Path, Is.EqualTo(CentralRoutes.Masters));
    }

    private async Task<CentralAnswer> CreateAsync(ServerAct act)
    {
        await using var server = new ScriptedServer(act);
        return await client.CreateAsync(Centre.At(server.Url), Centre.Submission(), Centre.InTime, default);
    }

    private async Task<CentralAnswer> UploadAsync(string body)
    {
        await using var server = new ScriptedServer(Acts.Respond(200, body));
        return await client.UploadAsync(Centre.At(server.Url), [Centre.Image(1), Centre.Document(2), Centre.Image(3)], Centre.InTime, default);
    }
}
