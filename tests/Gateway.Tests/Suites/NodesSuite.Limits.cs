using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Suites;

// What belongs to a destination belongs to all nodes together: limits, pause, breaker, probe.
public abstract partial class NodesSuite
{
    private static readonly Destination Settings = new() { Key = "default", RequestsPerSecond = 2, MaxConcurrency = 3 };

    [Test]
    public async Task CallsOfBothNodesTogetherKeepToTheRate()
    {
        var time = new FakeTimeProvider(Some.Noon);
        DestinationDesk[] desks = [await DeskAsync(0, time), await DeskAsync(1, time)];

        for (var slot = 0; slot < 10; slot++)
        {
            var admitted = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => desks[i % 2].AdmitAsync(Settings, Ct), Ct)));
            Assert.That(admitted.Count(admission => admission.Verdict == AdmissionVerdict.Go), Is.EqualTo(1), $"slot {slot}");
            time.Advance(TimeSpan.FromSeconds(0.5));
        }
    }

    [Test]
    public async Task ANodeWhoseClockIsBehindKeepsToTheSlotsOfTheOther()
    {
        var (time, behind) = (new FakeTimeProvider(Some.Noon), new FakeTimeProvider(Some.Noon.AddSeconds(-2)));
        var (one, other) = (await DeskAsync(0, time), await DeskAsync(1, behind));

        Assert.That((await one.AdmitAsync(Settings, Ct)).Verdict, Is.EqualTo(AdmissionVerdict.Go));
        Assert.That((await other.AdmitAsync(Settings, Ct)).Verdict, Is.EqualTo(AdmissionVerdict.Wait));
        behind.Advance(TimeSpan.FromSeconds(3));
        Assert.That((await other.AdmitAsync(Settings, Ct)).Verdict, Is.EqualTo(AdmissionVerdict.Go));
    }

    [Test]
    public async Task ClaimsOfBothNodesTogetherKeepToTheConcurrency()
    {
        await QueueAsync(20);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(
            () => _nodes[i % 2].ClaimAsync(Some.Claim(null, "default", max: Settings.MaxConcurrency), Ct), Ct)));

        Assert.That(claimed.Count(row => row is not null), Is.EqualTo(Settings.MaxConcurrency));
    }

    [Test]
    public async Task NobodyTakesATurnWhileThePlacesAreTakenByTheOtherNode()
    {
        var time = new FakeTimeProvider(Some.Noon);
        var desk = await DeskAsync(1, time);
        await QueueAsync(4);
        for (var place = 0; place < Settings.MaxConcurrency; place++) await _nodes[0].ClaimAsync(Some.Claim(null, "default"), Ct);
        var before = (await _nodes[1].DestinationAsync("default", Ct))!.Version;

        foreach (var asked in new[] { await desk.AdmitComplaintAsync(Settings, Ct), await desk.AdmitTaskAsync(Settings, Ct) })
            Assert.That(asked, Is.EqualTo(new Admission(AdmissionVerdict.Wait, Some.Noon.AddSeconds(1))));
        Assert.That((await _nodes[1].DestinationAsync("default", Ct))!.Version, Is.EqualTo(before), "no turn is taken");

        var done = (await _nodes[0].LeasesAsync(Ct))[0];
        await _nodes[0].ReapAsync(Some.Id("event"), done.Number, done.LeaseToken!, done.LeaseBeat, Some.After(5), "reaper", Ct);
        Assert.That((await desk.AdmitComplaintAsync(Settings, Ct)).Verdict, Is.EqualTo(AdmissionVerdict.Go));
    }

    [Test]
    public async Task APauseOnOneNodeStopsTheOther()
    {
        var time = new FakeTimeProvider(Some.Noon);
        var (one, other) = (await DeskAsync(0, time), await DeskAsync(1, time));
        Assert.That(await other.ConcurrencyAsync(Settings, Ct), Is.EqualTo(3));

        await one.ChangeAsync("default", row => DestinationRules.Paused(row, new Reason("misconfigured", "HTTP 401")), Ct);

        Assert.That((await other.AdmitAsync(Settings, Ct)).Verdict, Is.EqualTo(AdmissionVerdict.Closed));
        Assert.That(await other.ConcurrencyAsync(Settings, Ct), Is.Zero);
    }

    [Test]
    public async Task WhatAPersonReadsOnOneNodeTakesATurnOfBoth()
    {
        var time = new FakeTimeProvider(Some.Noon);
        var desk = await DeskAsync(0, time);
        var turns = new ReadingTurns(_nodes[1], new ProbedCentre(), time, NullLogger<ReadingTurns>.Instance);
        Assert.That((await desk.AdmitAsync(Settings, Ct)).Verdict, Is.EqualTo(AdmissionVerdict.Go));

        var reading = turns.TakeAsync(Settings, Ct);
        await Eventually.HoldsAsync(() => { time.Advance(TimeSpan.FromSeconds(0.1)); return reading.IsCompleted; }, "its turn comes");

        Assert.That(await reading, Is.Null);
        Assert.That(time.GetUtcNow() - Some.Noon, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(0.5)));
        Assert.That((await desk.AdmitAsync(Settings, Ct)).Verdict, Is.EqualTo(AdmissionVerdict.Wait), "it took the next one");
    }

    [TestCase(DestinationState.Paused, "destination-paused")]
    [TestCase(DestinationState.New, null)]
    [TestCase(DestinationState.Trying, null)]
    public async Task WhatIsPausedIsNotReadAndWhatIsNotOpenYetMayBe(DestinationState state, string? refusal)
    {
        var time = new FakeTimeProvider(Some.Noon);
        var desk = await DeskAsync(0, time);
        await desk.ChangeAsync("default", row => DestinationRules.Paused(row, new Reason("paused-by-officer", "Rina")) with { State = state }, Ct);

        var refused = await new ReadingTurns(_nodes[1], new ProbedCentre(), time, NullLogger<ReadingTurns>.Instance).TakeAsync(Settings, Ct);

        Assert.That((refused?.Code, refused?.Reasons[0].Detail), Is.EqualTo((refusal, refusal is null ? null : "Rina")));
    }

    [Test]
    public async Task UnknownOutcomesOfBothNodesCountTogether()
    {
        var time = new FakeTimeProvider(Some.Noon);
        DestinationDesk[] desks = [await DeskAsync(0, time), await DeskAsync(1, time)];

        await desks[0].ChangeAsync("default", row => DestinationRules.AfterUnknown(row, Some.Noon, redirected: false), Ct);
        Assert.That(await desks[1].ConcurrencyAsync(Settings, Ct), Is.EqualTo(1));
        await Task.WhenAll(desks.Select(desk => desk.ChangeAsync("default", row => DestinationRules.AfterUnknown(row, Some.Noon, redirected: false), Ct)));

        Assert.That((await _nodes[0].DestinationAsync("default", Ct))!.State, Is.EqualTo(DestinationState.Paused));
    }

    [Test]
    public async Task OneProbeGoesForBothNodes()
    {
        var time = new FakeTimeProvider(Some.Noon);
        var centre = new ProbedCentre();
        DestinationDesk[] desks = [await DeskAsync(0, time, centre), await DeskAsync(1, time, centre)];
        await desks[0].ChangeAsync("default", row => row with { Failures = 5, BreakerUntil = Some.Noon }, Ct);

        var admitted = Enumerable.Range(0, 8).Select(i => Task.Run(() => desks[i % 2].AdmitAsync(Settings, Ct), Ct)).ToList();
        await centre.Asked.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        // Those that do not probe are answered while the probe is under way.
        await Eventually.HoldsAsync(() => admitted.Count(asked => !asked.IsCompleted) == 1, "all but the one that probes are answered");
        centre.Answer.SetResult();
        var verdicts = (await Task.WhenAll(admitted)).Select(admission => admission.Verdict).ToList();

        Assert.That(centre.Probes, Is.EqualTo(1));
        Assert.That(verdicts.Count(verdict => verdict == AdmissionVerdict.Wait), Is.EqualTo(7));
        Assert.That(verdicts, Has.One.EqualTo(AdmissionVerdict.Go));
    }

    private async Task<DestinationDesk> DeskAsync(int node, TimeProvider time, ICentral? central = null)
    {
        await _nodes[node].WriteAsync(new DestinationRow { Key = "default", State = DestinationState.Open }, Ct);
        return new DestinationDesk(_nodes[node], central ?? new ProbedCentre(), time, NullLogger.Instance);
    }

    /// <summary>A centre that answers a probe when it is told to, and takes nothing else.</summary>
    private sealed class ProbedCentre : ICentral
    {
        private int _probes;

        public int Probes => _probes;

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<CentralAnswer> ProbeAsync(Destination destination, CancellationToken ct)
        {
            Interlocked.Increment(ref _probes);
            Asked.TrySetResult();
            await Answer.Task;
            return new CentralAnswer { Kind = CentralAnswerKind.Answered, Status = 200, Readable = true, Id = "1" };
        }

        public Task<CentralAnswer> UploadAsync(Destination destination, IReadOnlyList<UploadFile> files, TimeSpan notSentAfter, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> CreateAsync(Destination destination, Submission submission, TimeSpan notSentAfter, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> ReadAsync(Destination destination, string centralId, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> HandOnAsync(Destination destination, HandOn handOn, TimeSpan notSentAfter, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> PostFollowUpAsync(Destination destination, FollowUpPost post, TimeSpan notSentAfter, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> ReadFollowUpsAsync(Destination destination, string centralId, string? page, CancellationToken ct) => throw new NotSupportedException();
    }
}
