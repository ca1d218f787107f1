using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation;

/// <summary>
/// The whole of Core in simulated worlds that fail at every step: crashes, lost and doubled messages, lost answers, a lying centre, dead
/// leases, freezes, people who act meanwhile. A broken promise prints the shortest list of choices that breaks it; give that list to
/// <see cref="Replay"/> to keep it as a test.
/// </summary>
[Category("Simulation")]
internal sealed class SimulationTests
{
    private const int Seeds = 20_000;
    private const int MutantSeeds = 2_000;
    private const int Threads = 2;

    /// <summary>What each deliberate fault is caught by, so that a promise that stops biting is seen.</summary>
    private static IEnumerable<TestCaseData> Mutants { get; } =
    [
        Named("a send permit for everybody", new Mutant(LedgerFault.PermitForEverybody)),
        Named("completion without a lease", new Mutant(LedgerFault.CompleteWithoutLease)),
        Named("a dead lease with an open create goes back to the queue", new Mutant(LedgerFault.ReapsOpenCreateToQueued)),
        Named("the source is told before the receipt", new Mutant(TellsFirst: true)),
        Named("a central id at two complaints", new Mutant(LedgerFault.CentralIdNotUnique)),
        Named("a claim whatever the state", new Mutant(LedgerFault.ClaimWithoutState)),
        Named("a source key recorded twice", new Mutant(LedgerFault.SourceKeyNotUnique)),
        Named("a move whatever the version", new Mutant(LedgerFault.MoveWithoutVersion)),
        Named("a call that leaves too late", new Mutant(NeverAbandons: true)),
        Named("an outcome without its complaint", new Mutant(LedgerFault.RecordWithoutComplaint)),
    ];

    [Test]
    public void AWorldWithoutFaultsDeliversItsComplaint()
    {
        var trace = new List<string>();
        var verdict = Schedule.Play(Choices.Of([]), Mutant.None, trace);
        Assert.That(verdict.Broken, Is.Null, string.Join('\n', trace));
        Assert.That(trace, Has.Some.Contains("the centre stores"), string.Join('\n', trace));
    }

    [Test]
    public void TheSameChoicesAreTheSameWorld()
    {
        List<string> first = [], again = [];
        var verdict = Schedule.Play(Choices.OfSeed(7), Mutant.None, first);
        Schedule.Play(Choices.Of(verdict.Choices), Mutant.None, again);
        Assert.That(again, Is.EqualTo(first));
    }

    [Test]
    public void TwentyThousandSchedulesHoldEveryPromise()
    {
        var begun = TimeProvider.System.GetTimestamp();
        var (broken, coverage, played, longest) = Sweep.Over(Seeds, Mutant.None, Threads, enough: 5);
        var took = TimeProvider.System.GetElapsedTime(begun);
        TestContext.Out.WriteLine($"{played} schedules in {took.TotalSeconds:f1} s, {played / took.TotalSeconds:f0} a second on {Threads} threads; at rest after {longest} quiet steps at most.");
        foreach (var line in coverage.Lines()) TestContext.Out.WriteLine(line);
        if (broken is [var (seed, verdict), ..]) Assert.Fail(Violation.Describe(seed, verdict, Mutant.None, TestContext.CurrentContext.WorkDirectory));
        Assert.That(played, Is.EqualTo(Seeds));
    }

    [TestCaseSource(nameof(Mutants))]
    public void ADeliberateFaultIsCaught(Mutant mutant)
    {
        var (broken, _, played, _) = Sweep.Over(MutantSeeds, mutant, Threads, enough: 1);
        Assert.That(broken, Is.Not.Empty, $"{played} schedules did not notice.");
        TestContext.Out.WriteLine($"Caught by schedule {played}: {broken[0].Verdict.Broken}");
    }

    [Test]
    public void ABrokenPromiseShrinksToAListThatStillBreaksIt()
    {
        var mutant = new Mutant(LedgerFault.ClaimWithoutState);
        var (broken, _, _, _) = Sweep.Over(MutantSeeds, mutant, Threads, enough: 1);
        var (_, verdict) = broken[0];
        var shortest = new Shrinker(mutant, most: 1000).Shrink(verdict);
        Assert.That(shortest, Has.Count.LessThan(verdict.Choices.Count));
        Assert.That(Schedule.Play(Choices.Of(shortest), mutant).Broken, Is.Not.Null);
    }

    /// <summary>Plays a list of choices that once broke a promise; it must hold now.</summary>
    internal static void Replay(params int[] choices)
    {
        var trace = new List<string>();
        var verdict = Schedule.Play(Choices.Of(choices), Mutant.None, trace);
        Assert.That(verdict.Broken, Is.Null, string.Join('\n', trace));
    }

    private static TestCaseData Named(string name, Mutant mutant) => new TestCaseData(mutant).SetArgDisplayNames(name);
}
