using System.Globalization;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation;

/// <summary>Deliberate faults, each of which some promise must catch, so that a promise that stops biting is seen.</summary>
[Category("Simulation")]
internal sealed class MutantTests
{
    private const int Seeds = 20_000;
    private const int Threads = 2;

    private static IEnumerable<TestCaseData> Mutants { get; } =
    [
        Named("a send permit for everybody", LedgerFault.PermitForEverybody),
        Named("a call without a send permit", GatewayFault.SkipsPermit),
        Named("a dead lease with an open create goes back to the queue", LedgerFault.ReapsOpenCreateToQueued),
        new TestCaseData(new Mutant(LedgerFault.ReapsOpenCreateToQueued | LedgerFault.PermitIgnoresEarlierCreate, IsUnwatched: true))
            .SetArgDisplayNames("the same, unseen until the centre has it twice, and a permit that ignores an earlier unknown create"),
        Named("an unknown outcome is tried again", LedgerFault.UnknownIsTriedAgain),
        Named("settled not delivered before the settling time", GatewayFault.SettlesTooEarly),
        Named("settled not delivered without settling the create", LedgerFault.SettlesNothing),
        Named("a call that leaves too late", GatewayFault.NeverAbandons),
        Named("the HTTP client sends a create again", GatewayFault.RetriesInsideACall),
        Named("a probe by create", GatewayFault.ProbesByCreate),
        Named("completion without a lease", LedgerFault.CompleteWithoutLease),
        Named("a dead lease leaves its attempt open", LedgerFault.LeavesAttemptsOpen),
        Named("leases and permits by the calendar", GatewayFault.LeasesByCalendar),
        Named("nobody takes dead leases away", GatewayFault.NeverReaps),
        Named("a claim whatever the state", LedgerFault.ClaimWithoutState),
        Named("a claim before it is due, as if the broker retried as well", LedgerFault.ClaimBeforeDue),
        Named("a claim beyond the limit", LedgerFault.ClaimBeyondLimit),
        Named("claims without an attempt are not counted", GatewayFault.ForgetsClaims),
        Named("a pause is ignored", GatewayFault.IgnoresPause),
        Named("exhausted is never parked", GatewayFault.NeverParksExhausted),
        Named("delivered without an id", LedgerFault.DeliveredWithoutId),
        Named("a central id at two complaints", LedgerFault.CentralIdNotUnique),
        Named("nobody is told of the other with the same id", LedgerFault.ForgetsSuspect),
        Named("sent without its files", GatewayFault.SendsWithoutFiles),
        Named("a wake-up is acknowledged first", GatewayFault.AcknowledgesFirst),
        Named("lost wake-ups are not published again", GatewayFault.NeverSweeps),
        Named("the window is ignored", GatewayFault.IgnoresWindow),
        Named("the source is told before the receipt", GatewayFault.TellsFirst),
        Named("a source key recorded twice", LedgerFault.SourceKeyNotUnique),
        Named("what is known of an item is not looked at", GatewayFault.ForgetsKnownItems),
        Named("an outcome without its complaint", LedgerFault.RecordWithoutComplaint),
        Named("the outcome of an item is lost", LedgerFault.ForgetsItem),
        Named("nobody finishes what a dead process left", GatewayFault.NeverRecovers),
        Named("a move whatever the version", LedgerFault.MoveWithoutVersion),
        Named("a move without an event", LedgerFault.MoveWithoutEvent),
        Named("a wish is forgotten", LedgerFault.ForgetsWish),
        Named("a verdict of a node that lost the duty meanwhile", LedgerFault.MoveWithoutDuty),
        Named("recovery takes what another node works on", LedgerFault.TakesOthersArrivals),
        Named("two nodes judge at once", GatewayFault.JudgesWithoutDuty),
        Named("a restored ledger goes on as it was", GatewayFault.RestoresUnmarked),
        Named("the journal is told only what came of a create", GatewayFault.JournalsOnlyEnds),
        Named("what comes again after a restore is new", GatewayFault.ForgetsRestore),
        Named("a split lets both stand", LedgerFault.SplitLetsBothStand),
        Named("undoing lets both stand", LedgerFault.UndoLetsBothStand),
        Named("a split whatever the version", LedgerFault.RegroupWithoutVersion),
        Named("an amendment whatever the version", LedgerFault.AmendWithoutVersion),
        Named("a follow-up goes to what was split meanwhile", LedgerFault.FollowUpToTheReplaced),
        Named("the words of a follow-up are lost", LedgerFault.ForgetsFollowUp),
        Named("a task without a permit", GatewayFault.SkipsTaskPermit),
        new TestCaseData(new Mutant(LedgerFault.TaskPermitInDoubt, GatewayFault.RepeatsDoubtfulTask)).SetArgDisplayNames("a task in doubt goes again without a look, and is permitted to"),
    ];

    private readonly Dictionary<Mutant, int> caught = [];

    /// <summary>The table of docs/testing.md.</summary>
    [OneTimeTearDown]
    public void PrintTheTable()
    {
        foreach (var mutant in Mutants)
            if (caught.TryGetValue((Mutant)mutant.Arguments[0]!, out var schedule))
                TestContext.Progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {mutant.ArgDisplayNames![0]} | {schedule:n0} |"));
    }

    [TestCaseSource(nameof(Mutants))]
    public void ADeliberateFaultIsCaught(Mutant mutant)
    {
        var (broken, _, played, _) = Sweep.Over(Seeds, mutant, Threads, enough: 1);
        Assert.That(broken, Is.Not.Empty, $"{played} schedules did not notice.");
        TestContext.Out.WriteLine($"Caught by schedule {broken[0].Seed + 1}: {broken[0].Verdict.Broken}");
        caught[mutant] = broken[0].Seed + 1;
    }

    [Test]
    public void ABrokenPromiseShrinksToAListThatStillBreaksIt()
    {
        var mutant = new Mutant(LedgerFault.ClaimWithoutState);
        var (broken, _, _, _) = Sweep.Over(Seeds, mutant, Threads, enough: 1);
        var (_, verdict) = broken[0];
        var shortest = new Shrinker(mutant, most: 1000).Shrink(verdict);
        Assert.That(shortest, Has.Count.LessThan(verdict.Choices.Count));
        Assert.That(Schedule.Play(Choices.Of(shortest), mutant).Broken, Is.Not.Null);
    }

    private static TestCaseData Named(string name, LedgerFault fault) => new TestCaseData(new Mutant(Ledger: fault)).SetArgDisplayNames(name);

    private static TestCaseData Named(string name, GatewayFault fault) => new TestCaseData(new Mutant(Gateway: fault)).SetArgDisplayNames(name);
}
