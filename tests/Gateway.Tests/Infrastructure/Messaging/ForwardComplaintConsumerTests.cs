using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Messaging;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Infrastructure.Messaging;

internal sealed class ForwardComplaintConsumerTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 11, 2, 0, 0, TimeSpan.Zero));

    [Test]
    public async Task AcknowledgesWhatWasForwardedOrCannotBeClaimed([Values(ForwardVerdict.Forwarded, ForwardVerdict.NotClaimable)] ForwardVerdict verdict)
    {
        var forwarder = new ScriptedForwarder(_ => new ForwardResult(verdict));
        await WakeAsync(forwarder);
        Assert.That(forwarder.Asked, Is.EqualTo(new[] { "G1" }));
    }

    [Test]
    public async Task WaitsForADestinationThatIsSoonReady()
    {
        var ready = time.GetUtcNow() + TimeSpan.FromSeconds(20);
        var forwarder = new ScriptedForwarder(_ =>
            time.GetUtcNow() < ready ? new ForwardResult(ForwardVerdict.NotYet, ready) : new ForwardResult(ForwardVerdict.Forwarded));
        var wake = WakeAsync(forwarder);
        time.Advance(TimeSpan.FromSeconds(19));
        Assert.That(wake.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(1));
        await wake;
        Assert.That(forwarder.Asked, Has.Count.EqualTo(2));
    }

    [TestCase(31)]
    [TestCase(null)]
    public async Task LeavesADestinationThatIsNotSoonReadyToTheSweeper(int? seconds)
    {
        var until = seconds is null ? (DateTimeOffset?)null : time.GetUtcNow() + TimeSpan.FromSeconds(seconds.Value);
        var forwarder = new ScriptedForwarder(_ => new ForwardResult(ForwardVerdict.NotYet, until));
        await WakeAsync(forwarder);
        Assert.That(forwarder.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LeavesADestinationThatIsAlwaysSoonReadyToTheSweeperInTheEnd()
    {
        var forwarder = new ScriptedForwarder(_ => new ForwardResult(ForwardVerdict.NotYet, time.GetUtcNow() + TimeSpan.FromSeconds(5)));
        var wake = WakeAsync(forwarder);
        for (var waited = 0; waited < 30; waited++) time.Advance(TimeSpan.FromSeconds(1));
        await wake;
        Assert.That(forwarder.Asked, Has.Count.EqualTo(7));
    }

    [Test]
    public async Task HoldsTheMessageWhileTheLedgerIsAwayAndAsksAgain()
    {
        var back = time.GetUtcNow() + TimeSpan.FromMinutes(5);
        var forwarder = new ScriptedForwarder(_ =>
            time.GetUtcNow() < back ? throw new LedgerUnavailableException("away") : new ForwardResult(ForwardVerdict.Forwarded));
        var wake = WakeAsync(forwarder);
        while (time.GetUtcNow() < back)
        {
            Assert.That(wake.IsCompleted, Is.False);
            time.Advance(TimeSpan.FromSeconds(1));
        }
        time.Advance(ForwardComplaintConsumer.LongestWait);
        await wake;
        Assert.That(forwarder.Asked, Has.Count.LessThan(20));
    }

    [Test]
    public void GivesTheMessageBackWhenTheLedgerStaysAway()
    {
        var forwarder = new ScriptedForwarder(_ => throw new LedgerUnavailableException("away"));
        var wake = WakeAsync(forwarder);
        for (var waited = TimeSpan.Zero; waited < ForwardComplaintConsumer.LongestHold; waited += TimeSpan.FromSeconds(1)) time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(async () => await wake, Throws.TypeOf<LedgerUnavailableException>());
    }

    [Test]
    public void GivesTheMessageBackAtShutdown()
    {
        using var stopping = new CancellationTokenSource();
        var wake = WakeAsync(new ScriptedForwarder(_ => throw new LedgerUnavailableException("away")), stopping.Token);
        stopping.Cancel();
        Assert.That(async () => await wake, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void ThrowsANumberThatTheLedgerDoesNotKnow() =>
        Assert.That(
            async () => await WakeAsync(new ScriptedForwarder(_ => new ForwardResult(ForwardVerdict.UnknownNumber))),
            Throws.TypeOf<UnknownNumberException>());

    private Task WakeAsync(IForwarder forwarder, CancellationToken ct = default)
    {
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        return new ForwardComplaintConsumer(forwarder, time, lifetime, NullLogger<ForwardComplaintConsumer>.Instance).WakeAsync("G1", alarm: true, ct);
    }
}
