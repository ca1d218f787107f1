using Gateway.Contracts.Intake;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Email;

// Logging in, resting and waking.
internal sealed partial class WatchingAMailbox
{
    [Test]
    public async Task SaysWhatToDoWhenTheLoginIsRefused()
    {
        var source = Source(password: "salah-sekali");
        var fault = await Assert.ThrowsAsync<SourceUnavailableException>(() => source.StepAsync(intake, book, CancellationToken.None));
        Assert.That(fault!.Message, Is.EqualTo($"Mailbox '{user}@127.0.0.1' refused the login. Check secret env:DISHUB_IMAP, then run: gateway doctor --channel dishub-email"));
        Assert.That(fault.ToString(), Does.Not.Contain("salah-sekali"));
    }

    [TestCase("implicit")]
    [TestCase("starttls")]
    public async Task RefusesACertificateNobodyVouchesFor(string tls)
    {
        var source = Source(tls: tls);
        var fault = await Assert.ThrowsAsync<SourceUnavailableException>(() => source.StepAsync(intake, book, CancellationToken.None));
        Assert.That(fault!.Message, Does.Contain("offered no trusted TLS certificate"));
    }

    [Test]
    public async Task SaysWhichFolderIsMissing()
    {
        var source = Source(mailFolder: "Pengaduan");
        var fault = await Assert.ThrowsAsync<SourceUnavailableException>(() => source.StepAsync(intake, book, CancellationToken.None));
        Assert.That(fault!.Message, Does.Contain("has no folder 'Pengaduan'"));
    }

    [Test]
    public async Task WakesFromItsRestWhenAMailComes()
    {
        server.Deliver(user, Letter(1), June);
        await using var source = Source();
        await source.StepAsync(intake, book, CancellationToken.None);

        var rest = source.RestAsync(TimeSpan.FromMinutes(5), TimeProvider.System, CancellationToken.None);
        server.Deliver(user, Letter(2), June);
        await rest.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.That((await source.StepAsync(intake, book, CancellationToken.None)).Taken, Is.EqualTo(1));
    }

    [Test]
    public async Task RestsByTheClockWhenTheServerIsGone()
    {
        await using var source = Source();
        await source.StepAsync(intake, book, CancellationToken.None);
        server.Stop();
        try
        {
            var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
            var rest = source.RestAsync(TimeSpan.FromMinutes(1), time, CancellationToken.None);
            await Eventually.HoldsAsync(() =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return Task.FromResult(rest.IsCompletedSuccessfully);
            }, "the rest ends", TimeSpan.FromMinutes(1));
        }
        finally
        {
            server.Launch();
        }
    }
}
