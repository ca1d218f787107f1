using Gateway.Core.Forwarding;
using Gateway.Infrastructure.Central;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Central;

/// <summary>A call is one request, whatever the connection or the centre does.</summary>
internal sealed class OneRequestTests
{
    private const string Created = """{"complaint_id": 71}""";

    private readonly CentralClient client = Centre.Client();

    [OneTimeTearDown]
    public void Close() => client.Dispose();

    [Test]
    public async Task ARedirectIsNotFollowed([Values(301, 303, 307, 308)] int status)
    {
        await using var server = new ScriptedServer(Acts.Respond(status, "", "text/html", "Location: /lain"));
        var answer = await CreateAsync(server);
        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(AnswerTable.RowOf(answer).Redirects);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ACreateOnADyingPooledConnectionIsNotRepeated()
    {
        await using var server = new ScriptedServer(Acts.RespondThenDie(Created), Acts.Respond(200, Created));
        Assert.That((await CreateAsync(server)).Id, Is.EqualTo("71"));
        Assert.That((await CreateAsync(server)).Kind, Is.EqualTo(CentralAnswerKind.NoAnswer));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task AnUploadOnADyingPooledConnectionIsNotRepeated()
    {
        await using var server = new ScriptedServer(Acts.RespondThenDie(Created), Acts.Respond(200, Created));
        await CreateAsync(server);
        var answer = await client.UploadAsync(Centre.At(server.Url), [Centre.Image(1)], Centre.InTime, default);
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NoAnswer));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task AFailureIsNotRetried([Values(429, 500, 502, 503)] int status)
    {
        await using var server = new ScriptedServer(Acts.Respond(status, "", "text/plain", "Retry-After: 0"));
        Assert.That((await CreateAsync(server)).Status, Is.EqualTo(status));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AServerThatRefusesTheSizeAndClosesIsNeverTakenForSuccess()
    {
        await using var server = new ScriptedServer(Acts.TooLargeAndClose);
        var answer = await client.UploadAsync(Centre.At(server.Url), [Centre.Document(1, new string('x', 8 << 20))], Centre.InTime, default);
        Assert.That(answer.Status == 413 || answer.Kind == CentralAnswerKind.NoAnswer, $"{answer.Kind} {answer.Status}");
    }

    [Test]
    public async Task ASlowAnswerIsWaitedFor()
    {
        var speak = new TaskCompletionSource();
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n{\"complaint");
            await speak.Task;
            await connection.WriteAsync("_id\":71}");
        });
        var call = CreateAsync(server);
        await server.SeeRequestAsync();
        Assert.That(call.IsCompleted, Is.False);
        speak.SetResult();
        Assert.That((await call).Id, Is.EqualTo("71"));
    }

    private Task<CentralAnswer> CreateAsync(ScriptedServer server) =>
        client.CreateAsync(Centre.At(server.Url), Centre.Submission(), Centre.InTime, default);
}
