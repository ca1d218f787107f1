using System.Security.Cryptography;
using Gateway.Contracts;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Central;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Infrastructure.Central;

/// <summary>The one fact that decides whether a complaint may be sent again: did anything leave?</summary>
internal sealed class WhatLeftTests
{
    private readonly CentralClient client = Centre.Client();

    [OneTimeTearDown]
    public void Close() => client.Dispose();

    [Test]
    public async Task NothingLeftWhenTheConnectionIsRefused() =>
        Assert.That(await KindAsync($"http://127.0.0.1:{ScriptedServer.RefusedPort()}"), Is.EqualTo(CentralAnswerKind.NotSent));

    [Test]
    public async Task NothingLeftWhenTheNameIsUnknown() =>
        Assert.That(await KindAsync("http://pusat.invalid"), Is.EqualTo(CentralAnswerKind.NotSent));

    [Test]
    public async Task NothingLeftWhenTlsFails()
    {
        await using var server = new ScriptedServer(async connection => await connection.WriteAsync("ini bukan TLS\r\n\r\n"));
        Assert.That(await KindAsync($"https://127.0.0.1:{server.Port}"), Is.EqualTo(CentralAnswerKind.NotSent));
    }

    [Test]
    public async Task NothingLeftWhenTlsHangsUntilTheTimeOut()
    {
        await using var server = new ScriptedServer(Acts.Silence);
        var time = new FakeTimeProvider();
        using var patient = Centre.Client(time);
        var call = patient.CreateAsync(Centre.At($"https://127.0.0.1:{server.Port}"), Centre.Submission(), Centre.InTime, default);
        await server.SeeConnectionAsync();
        time.Advance(TimeSpan.FromSeconds(91));
        Assert.That((await call).Kind, Is.EqualTo(CentralAnswerKind.NotSent));
    }

    [Test]
    public async Task NothingLeavesOnceItIsTooLate()
    {
        await using var server = new ScriptedServer(Acts.ReadThenSilence);
        var answer = await client.CreateAsync(Centre.At(server.Url), Centre.Submission(), TimeSpan.Zero, default);
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NotSent));
        Assert.That(answer.Excerpt, Does.Contain("not sent"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task NothingLeftWhenCancelledBeforehand()
    {
        await using var server = new ScriptedServer(Acts.ReadThenSilence);
        var answer = await client.CreateAsync(Centre.At(server.Url), Centre.Submission(), Centre.InTime, new CancellationToken(canceled: true));
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NotSent));
    }

    [Test]
    public async Task NothingLeftWhenAFileIsGone()
    {
        await using var server = new ScriptedServer(Acts.ReadThenSilence);
        var gone = new UploadFile(1, "hilang.pdf", "application/pdf", new FileContent("/nowhere/hilang.pdf"));
        var answer = await client.UploadAsync(Centre.At(server.Url), [gone], Centre.InTime, default);
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NotSent));
    }

    [Test]
    public async Task NothingLeftWithoutAnAddress([Values(null, "", "pusat", "ftp://pusat.example")] string? url)
    {
        var answer = await client.CreateAsync(Centre.At("x") with { BaseUrl = url }, Centre.Submission(), Centre.InTime, default);
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NotSent));
        Assert.That(answer.Excerpt, Does.Contain("baseUrl"));
    }

    [Test]
    public async Task NothingLeftWhenASecretIsMissing()
    {
        using var forgetful = new CentralClient(value => throw new InvalidOperationException(value), TimeProvider.System);
        var destination = Centre.At("http://127.0.0.1:1") with { Headers = new Dictionary<string, string> { ["token"] = "env:RAHASIA" } };
        var answer = await forgetful.CreateAsync(destination, Centre.Submission(), Centre.InTime, default);
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NotSent));
        Assert.That(answer.Excerpt, Does.Contain("token").And.Not.Contain("RAHASIA"));
    }

    [Test]
    public async Task NothingLeftWhenAHeaderCannotBeSent([Values("bad name", "Content-Type")] string name)
    {
        await using var server = new ScriptedServer(Acts.ReadThenSilence);
        var destination = Centre.At(server.Url) with { Headers = new Dictionary<string, string> { [name] = "nilai" } };
        var answer = await client.CreateAsync(destination, Centre.Submission(), Centre.InTime, default);
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NotSent));
    }

    [Test]
    public async Task SomethingMayHaveLeftWhenTheConnectionIsReset()
    {
        await using var server = new ScriptedServer(Acts.ResetAfterReading);
        Assert.That(await KindAsync(server.Url), Is.EqualTo(CentralAnswerKind.NoAnswer));
    }

    [Test]
    public async Task AResetBeforeReadingIsNeverTakenForNothingSentOnceContentLeft()
    {
        await using var server = new ScriptedServer(Acts.ResetBeforeReading);
        // Whether the content was already on its way is a race; never an answer.
        Assert.That(await KindAsync(server.Url), Is.Not.EqualTo(CentralAnswerKind.Answered));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task SomethingMayHaveLeftWhenTheCentreAcceptsAndIsSilent()
    {
        await using var server = new ScriptedServer(Acts.Silence);
        var time = new FakeTimeProvider();
        using var patient = Centre.Client(time);
        // Larger than the socket's buffers: sending itself is what hangs.
        var file = new WatchedContent(32 << 20);
        var call = patient.UploadAsync(Centre.At(server.Url), [new UploadFile(1, "besar.pdf", "application/pdf", file)], Centre.InTime, default);
        await file.Opened;
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.That((await call).Kind, Is.EqualTo(CentralAnswerKind.NoAnswer));
    }

    [Test]
    public async Task SomethingMayHaveLeftWhenTheTimeIsOver()
    {
        await using var server = new ScriptedServer(Acts.ReadThenSilence);
        var time = new FakeTimeProvider();
        using var patient = Centre.Client(time);
        var call = patient.CreateAsync(Centre.At(server.Url), Centre.Submission(), Centre.InTime, default);
        await server.SeeRequestAsync();
        time.Advance(TimeSpan.FromSeconds(89));
        Assert.That(call.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(2));
        var answer = await call;
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NoAnswer));
        Assert.That(answer.Duration, Is.EqualTo(TimeSpan.FromSeconds(91)));
        Assert.That(AnswerTable.Classify(CentralCall.Create, answer), Is.EqualTo(AttemptOutcome.Unknown));
    }

    [Test]
    public async Task SomethingMayHaveLeftWhenCancelledAfterwards()
    {
        await using var server = new ScriptedServer(Acts.ReadThenSilence);
        using var shutdown = new CancellationTokenSource();
        var call = client.CreateAsync(Centre.At(server.Url), Centre.Submission(), Centre.InTime, shutdown.Token);
        await server.SeeRequestAsync();
        await shutdown.CancelAsync();
        Assert.That((await call).Kind, Is.EqualTo(CentralAnswerKind.NoAnswer));
    }

    [Test]
    public async Task SomethingMayHaveLeftWhenAFileBreaksOffWhileItIsSent([Values] bool decryption)
    {
        await using var server = new ScriptedServer(Acts.ReadThenSilence);
        var broken = new UploadFile(1, "rusak.pdf", "application/pdf", new BrokenContent(decryption ? new CryptographicException() : new IOException()));
        var answer = await client.UploadAsync(Centre.At(server.Url), [broken], Centre.InTime, default);
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NoAnswer));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task AnAnswerThatBreaksOffKeepsItsStatusAndIsUnreadable()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"complaint_id\":");
            connection.Reset();
        });
        var answer = await client.CreateAsync(Centre.At(server.Url), Centre.Submission(), Centre.InTime, default);
        Assert.That(AnswerTable.Classify(CentralCall.Create, answer), Is.EqualTo(AttemptOutcome.Unknown));
    }

    [Test]
    public async Task ARefusedReadIsNotSentAndASilentOneHasNoAnswer()
    {
        var refused = await client.ProbeAsync(Centre.At($"http://127.0.0.1:{ScriptedServer.RefusedPort()}"), default);
        Assert.That(refused.Kind, Is.EqualTo(CentralAnswerKind.NotSent));
        await using var server = new ScriptedServer(Acts.ResetAfterReading);
        Assert.That((await client.ReadAsync(Centre.At(server.Url), "42", default)).Kind, Is.EqualTo(CentralAnswerKind.NoAnswer));
    }

    private async Task<CentralAnswerKind> KindAsync(string url) =>
        (await client.CreateAsync(Centre.At(url), Centre.Submission(), Centre.InTime, default)).Kind;
}
