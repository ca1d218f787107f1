using Gateway.Tests.Simulation.Parts;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation;

/// <summary>
/// The whole of Core in simulated worlds that fail at every step. A broken promise prints the shortest list of choices that breaks it; give
/// that list to <see cref="SimulationTests.Replay"/> to keep it as a test.
/// </summary>
[Category("Simulation")]
internal sealed class ManySchedulesTests
{
    private const int Seeds = 100_000;
    private const int Threads = 2;

    /// <summary>A fault that struck a step less often proves little there.</summary>
    private const int Often = 100;

    private IReadOnlyList<(int Seed, Verdict Verdict)> broken = [];
    private Coverage coverage = new();
    private int played;

    [OneTimeSetUp]
    public void Play()
    {
        var begun = TimeProvider.System.GetTimestamp();
        (broken, coverage, played, var longest) = Sweep.Over(Seeds, Mutant.None, Threads, enough: 5);
        var took = TimeProvider.System.GetElapsedTime(begun);
        TestContext.Progress.WriteLine(
            $"{played} schedules in {took.TotalSeconds:f1} s, {took.TotalMilliseconds * Threads / played:f2} ms of a core each on {Threads} threads; at rest after {longest} quiet steps at most.");
    }

    [Test]
    public void AHundredThousandSchedulesHoldEveryPromise()
    {
        if (broken is [var (seed, verdict), ..]) Assert.Fail(Violation.Describe(seed, verdict, Mutant.None, TestContext.CurrentContext.WorkDirectory));
        Assert.That(played, Is.EqualTo(Seeds));
    }

    [Test]
    public void EveryFaultStrikesEveryStepOften()
    {
        foreach (var step in Steps.Pairs.GroupBy(pair => pair.Step))
            TestContext.Out.WriteLine($"{step.Key}: {string.Join(", ", step.Select(pair => $"{pair.Fault} {coverage.Of(pair.Step, pair.Fault)}"))}");
        foreach (var (call, why) in Steps.NeverCalled) TestContext.Out.WriteLine($"{call}: never called; {why}");
        var counts = Steps.Pairs.Select(pair => (pair.Step, pair.Fault, Struck: coverage.Of(pair.Step, pair.Fault))).OrderBy(pair => pair.Struck).ToList();
        TestContext.Progress.WriteLine($"{counts.Count} pairs of step and fault; the rarest: {string.Join(", ", counts.Take(5).Select(pair => $"{pair.Step} {pair.Fault} {pair.Struck}"))}.");
        Assert.That(counts.Where(pair => pair.Struck < Often).Select(pair => $"{pair.Step}, {pair.Fault}: {pair.Struck}"), Is.Empty);
    }

    [Test]
    public void NoCallIsMissingFromTheTable()
    {
        var known = Steps.BySeam.SelectMany(seam => seam.Calls).ToHashSet();
        Assert.That(NodeLedger.Calls.Except(known).Except(Steps.NeverCalled.Keys), Is.Empty, "Put it into the table of steps.");
        Assert.That(coverage.Counts.Keys.Select(key => key.Step).Intersect(Steps.NeverCalled.Keys), Is.Empty, "It is called after all.");
    }
}
