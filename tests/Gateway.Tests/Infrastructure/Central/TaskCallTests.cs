using System.Text;
using System.Text.Json.Nodes;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Central;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Central;

/// <summary>Hand-ons, follow-up posts and what is read back: what stands on the wire, and what is understood of the answer.</summary>
internal sealed class TaskCallTests
{
    private readonly CentralClient client = Centre.Client();

    [OneTimeTearDown]
    public void Close() => client.Dispose();

    [Test]
    public async Task AHandOnAlwaysHasABody()
    {
        await using var server = new ScriptedServer(Acts.Respond(200, """{"message":"Berhasil","results":{"id":1001}}"""));
        var answer = await client.HandOnAsync(Centre.At(server.Url), new HandOn("7000001", "101", HandOn.WrongOffice), Centre.InTime, default);

        Assert.That(server.Requests[0].Line, Is.EqualTo("POST /complaints/process/7000001/reject HTTP/1.1"));
        var body = JsonNode.Parse(server.Requests[0].Body)!;
        Assert.That(((int)body["is_request"]!, (string?)body["reason"], (int)body["not_authority"]!), Is.EqualTo((1, "101", 1)));
        Assert.That(AnswerTable.Classify(CentralCall.Task, answer), Is.EqualTo(AttemptOutcome.Done));
    }

    [Test]
    public async Task AFollowUpIsAFormUnderARandomBoundary()
    {
        await using var server = new ScriptedServer(Acts.Respond(200, "{}"));
        var post = new FollowUpPost([new("complaint_id", "7000001"), new("content", "Masih rusak.\r\n--gateway\r\nContent-Disposition: form-data; name=\"rating\"")], [Centre.Image(1, "gambar")]);
        var answer = await client.PostFollowUpAsync(Centre.At(server.Url), post, Centre.InTime, default);
        await client.PostFollowUpAsync(Centre.At(server.Url), post, Centre.InTime, default);

        var (first, second) = (server.Requests[0].Header("Content-Type")!, server.Requests[1].Header("Content-Type")!);
        Assert.That(first, Does.Match("^multipart/form-data; boundary=gateway[0-9A-F]{40}$").And.Not.EqualTo(second));
        var body = Encoding.UTF8.GetString(server.Requests[0].Body);
        Assert.That(body, Does.Contain("name=\"attachment[0]\"; filename=\"lampiran-1.jpg\"").And.Contain("name=\"complaint_id\""));
        Assert.That(body.Split(first.Split('=')[1]), Has.Length.EqualTo(5), "three parts and nothing more");
        Assert.That(AnswerTable.Classify(CentralCall.Task, answer), Is.EqualTo(AttemptOutcome.Unknown), "a body without an id says nothing");
    }

    [TestCase(404, AttemptOutcome.Rejected, AttemptOutcome.Rejected)]
    [TestCase(403, AttemptOutcome.Rejected, AttemptOutcome.Rejected)]
    [TestCase(401, AttemptOutcome.Misconfigured, AttemptOutcome.Misconfigured)]
    [TestCase(405, AttemptOutcome.Misconfigured, AttemptOutcome.Misconfigured)]
    [TestCase(422, AttemptOutcome.Rejected, AttemptOutcome.Rejected)]
    [TestCase(429, AttemptOutcome.Unavailable, AttemptOutcome.Unavailable)]
    [TestCase(500, AttemptOutcome.Unknown, AttemptOutcome.Unavailable)]
    [TestCase(302, AttemptOutcome.Unknown, AttemptOutcome.Unavailable)]
    public void WhatIsRefusedOfOneComplaintIsNoFaultOfOurs(int status, AttemptOutcome task, AttemptOutcome read)
    {
        var answer = new CentralAnswer { Kind = CentralAnswerKind.Answered, Status = status };
        Assert.That(AnswerTable.Classify(CentralCall.Task, answer), Is.EqualTo(task));
        Assert.That(AnswerTable.Classify(CentralCall.ReadOne, answer), Is.EqualTo(read));
    }

    [Test]
    public async Task ReadsWhereAComplaintStandsAsItCame()
    {
        const string Body = """
            {"results":{"data":{"status_code":"x-9","status_name":"Menunggu Kajian Tim","disposition_id":101,"disposition_name":"Dinas Perhubungan"},
             "data_logs":[{"content":"Terdisposisi ke {{institution_to}}","date":"2026-05-12 09:00:00","institution_to":{"id":101,"name":"Dinas Perhubungan"},
                           "data":"{\"status_old\":{\"name\":\"Belum Terverifikasi\"},\"status_new\":{\"name\":\"Terverifikasi\"}}"},
                          {"content":null,"data":"bukan JSON"}, 7]}}
            """;
        await using var server = new ScriptedServer(Acts.Respond(200, Body));
        var standing = (await client.ReadAsync(Centre.At(server.Url), "7000001", default)).Standing!;

        Assert.That((standing.StatusCode, standing.StatusName, standing.DispositionId), Is.EqualTo(("x-9", "Menunggu Kajian Tim", "101")));
        Assert.That((standing.Log[0].ToId, standing.Log[0].StatusBefore, standing.Log[0].StatusAfter), Is.EqualTo(("101", "Belum Terverifikasi", "Terverifikasi")));
        Assert.That(standing.Log, Has.Count.EqualTo(3), "what is odd is no reason to hide the rest");
    }

    [TestCase("http://dalam.example:8080/api/complaints/1/followups?page=2", "/complaints/7000001/followups?page=2")]
    [TestCase("/followups?cursor=abc#x", "/complaints/7000001/followups?cursor=abc")]
    public async Task TheNextPageIsAskedWhereWeAskAlways(string next, string expected)
    {
        await using var server = new ScriptedServer(Acts.Respond(200, $$$"""{"results":{"data":[{"id":5,"content":"Dikerjakan","created_at":"12-05-2026 09:41:07","attachments":[{}]}],"next_page_url":"{{{next}}}"}}"""));
        var page = (await client.ReadFollowUpsAsync(Centre.At(server.Url), "7000001", null, default)).FollowUps!;
        await client.ReadFollowUpsAsync(Centre.At(server.Url), "7000001", page.Next, default);

        Assert.That((page.Entries[0].Id, page.Entries[0].When, page.Entries[0].Files), Is.EqualTo(("5", "12-05-2026 09:41:07", 1)));
        Assert.That(server.Requests[1].Path, Is.EqualTo(expected));
    }

    [TestCase("""{"results":{"data":[],"next_page_url":"http://dalam.example/lanjutan"}}""")]
    [TestCase("""{"results":{"data":{}}}""")]
    [TestCase("<html></html>")]
    public async Task AListThatCannotBeReadToItsEndIsUnreadable(string body)
    {
        await using var server = new ScriptedServer(Acts.Respond(200, body));
        var answer = await client.ReadFollowUpsAsync(Centre.At(server.Url), "7000001", null, default);
        Assert.That(AnswerTable.Classify(CentralCall.ReadOne, answer), Is.EqualTo(AttemptOutcome.Unavailable));
    }
}
