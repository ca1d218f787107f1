using Gateway.Core.Destinations;
using Gateway.Core.FollowUps;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Core.FollowUps;

/// <summary>Read-back between a real ledger and the simulator: what a look takes, when the next one comes, and what it may not do to creates.</summary>
internal sealed partial class ReadBackTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DeskWithCentre house = null!;
    private ReadBack readBack = null!;
    private string delivered = "";

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [Test]
    public async Task EveryPageIsReadInOneLook()
    {
        await OpenAsync("readBack: {firstDay: 15m, pages: 3}");
        await AddFollowUpsAsync(25);
        house.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.That(await StepAsync(), Is.True);

        Assert.That(await CentreAsync(), Does.Contain("Tindak lanjut ke-1.").And.Contain("Tindak lanjut ke-25."));
        Assert.That(house.Simulator.CallsOf(CentralCall.Read), Is.EqualTo(4), "the complaint and three pages");
        Assert.That(await StepAsync(), Is.False, "nothing is due");
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.That(await StepAsync(), Is.True);
    }

    [Test]
    public async Task MorePagesThanAreReadIsTroubleOfThatComplaintAlone()
    {
        await OpenAsync("readBack: {firstDay: 15m, pages: 2}");
        await AddFollowUpsAsync(25);

        for (var look = 0; look < DestinationRules.BreakerAfter; look++) await LookAsync(TimeSpan.FromDays(2));

        var reading = await ReadingAsync();
        Assert.That((reading.Failures, reading.Trouble, reading.Content), Is.EqualTo((DestinationRules.BreakerAfter, "HTTP 200", (byte[]?)null)));
        Assert.That((await DestinationAsync()).Failures, Is.Zero);
    }

    [Test]
    public async Task ThePauseGrowsWithEachFailureAndNotBeyondTheLongest()
    {
        await OpenAsync("readBack: {firstDay: 1h, later: 150m}");
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Read, FaultKind.Status, Times: 4, Status: 500));
        var pauses = new List<TimeSpan?>();
        house.Clock.Advance(TimeSpan.FromHours(1));
        for (var look = 0; look < 5; look++)
        {
            Assert.That(await StepAsync(), Is.True, $"look {look}");
            pauses.Add((await ReadingAsync()) is { } kept ? kept.Due - kept.Looked : null);
            house.Clock.Advance(pauses[^1]!.Value);
        }

        Assert.That(pauses, Is.EqualTo(new[] { 60, 120, 150, 150, 60 }.Select(minutes => (TimeSpan?)TimeSpan.FromMinutes(minutes))));
        Assert.That((await ReadingAsync()).Trouble, Is.Null, "a look that succeeds ends it");
    }

    [Test]
    public async Task ALookWithoutATurnForItsSecondCallIsPutOffAndNoFailure()
    {
        // A slot is ten seconds long, more than a look waits.
        await OpenAsync("readBack: {firstDay: 15m}", rate: "0.1");

        await LookAsync(TimeSpan.FromMinutes(15));

        var reading = await ReadingAsync();
        Assert.That((reading.Failures, reading.Trouble, reading.Due), Is.EqualTo((0, (string?)null, reading.Looked + TimeSpan.FromMinutes(15))));
        Assert.That(house.Simulator.CallsOf(CentralCall.Read), Is.EqualTo(1));
    }

    [Test]
    public async Task EachCallOfALookWaitsForItsTurn()
    {
        await OpenAsync("readBack: {firstDay: 15m}", rate: "1");
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        var begun = house.Clock.GetUtcNow();

        var look = readBack.StepAsync("default", Ct);
        await house.Simulator.WaitForAsync(centre => centre.CallsOf(CentralCall.Read) == 1, TimeSpan.FromSeconds(30));
        while (!look.IsCompleted)
        {
            house.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(look, Task.Delay(5, Ct));
        }

        Assert.That((await look, house.Simulator.CallsOf(CentralCall.Read)), Is.EqualTo((true, 2)));
        Assert.That(house.Clock.GetUtcNow() - begun, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task ReadsBetweenUnknownCreatesStillPauseAtTheThird()
    {
        await OpenAsync("readBack: {firstDay: 15m}");
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.ErrorAfterStoring, Times: 0));

        for (var create = 1; create <= DestinationRules.PauseAfterUnknowns; create++)
        {
            await ForwardAsync();
            Assert.That((await DestinationAsync()).Unknowns, Is.EqualTo(create));
            if (create < DestinationRules.PauseAfterUnknowns) await LookAsync(TimeSpan.FromMinutes(15));
        }

        var paused = await DestinationAsync();
        Assert.That((paused.State, paused.Reasons[0].Code), Is.EqualTo((DestinationState.Paused, "unknown-outcomes")));
    }

    [Test]
    public async Task ReadsBetweenRefusedCreatesStillPauseAtTheThird()
    {
        await OpenAsync("readBack: {firstDay: 15m}");
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.Refuse, Times: 0));

        for (var create = 1; create <= DestinationRules.MisconfiguredAfterRefusals; create++)
        {
            await ForwardAsync();
            if (create < DestinationRules.MisconfiguredAfterRefusals) await LookAsync(TimeSpan.FromMinutes(15));
        }

        Assert.That((await DestinationAsync()).Reasons[0].Code, Is.EqualTo("refused-in-a-row"));
    }

    [Test]
    public async Task ALookAfterATaskForgivesNoUnknownCreate()
    {
        await OpenAsync("");
        await ChangeAsync(row => row with { Unknowns = 1 });
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Reject, FaultKind.ErrorAfterStoring));
        var tasks = house.Desk.House.TasksTo(house.Central);
        Assert.That((await house.Desk.RunAsync("complaints", "hand-on", delivered, "103")).Exit, Is.Zero);

        for (var step = 0; step < 2; step++)
        {
            house.Clock.Advance(TimeSpan.FromHours(2));
            Assert.That(await tasks.StepAsync("default", Ct).WaitAsync(TimeSpan.FromSeconds(60), Ct), Is.True, $"step {step}");
        }

        Assert.That((await house.Desk.House.Ledger.TasksAsync(delivered, Ct)).Single().State, Is.EqualTo(TaskState.Done), "found at the centre");
        Assert.That((await DestinationAsync()).Unknowns, Is.EqualTo(2), "one create, one hand-on");
        var handOn = (await house.Desk.House.Ledger.AttemptsAsync(delivered, Ct)).Single(attempt => attempt.Task is not null);
        Assert.That((handOn.Actor, handOn.Settings), Is.EqualTo(("tasks", 1)));
    }

    [Test]
    public async Task ABreakerWhoseTimeIsOverIsProbedAndReadingGoesOn()
    {
        await OpenAsync("readBack: {firstDay: 15m}");
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        await ChangeAsync(row => row with { Failures = DestinationRules.BreakerAfter, BreakerUntil = house.Clock.GetUtcNow() + TimeSpan.FromSeconds(30) });
        Assert.That(await StepAsync(), Is.False);

        house.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.That(await StepAsync(), Is.True);
        var row = await DestinationAsync();
        Assert.That((row.Failures, row.BreakerUntil, house.Simulator.CallsOf(CentralCall.Masters)), Is.EqualTo((0, (DateTimeOffset?)null, 1)));
    }

    [TestCase(404, false)]
    [TestCase(500, false)]
    [TestCase(429, true)]
    [TestCase(502, true)]
    [TestCase(503, true)]
    public async Task OnlyACentreThatIsAwayCountsAsAFailure(int status, bool counts)
    {
        await OpenAsync("");
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Read, FaultKind.Status, Times: 0, Status: status));

        for (var look = 0; look < DestinationRules.BreakerAfter; look++) await LookAsync(TimeSpan.FromDays(2));

        var row = await DestinationAsync();
        Assert.That((row.State, row.Failures), Is.EqualTo((DestinationState.Open, counts ? DestinationRules.BreakerAfter : 0)));
        Assert.That(row.BreakerUntil is not null, Is.EqualTo(counts));
    }

    /// <summary>A house with one delivered complaint.</summary>
    private async Task OpenAsync(string settings, string rate = "100")
    {
        house = await DeskWithCentre.OpenAsync(settings, rate);
        readBack = house.Desk.House.ReadBackFrom(house.Central);
        delivered = await ForwardAsync();
        Assert.That((await house.Desk.FindAsync(delivered)).State, Is.EqualTo(ComplaintState.Delivered));
    }

    private async Task<string> ForwardAsync()
    {
        var number = await house.PostAsync();
        Assert.That((await house.ForwardAsync(number)).Verdict, Is.EqualTo(ForwardVerdict.Forwarded));
        return number;
    }

    private async Task LookAsync(TimeSpan after)
    {
        house.Clock.Advance(after);
        Assert.That(await StepAsync(), Is.True);
    }

    // Calls follow each other in slots of this house.Clock.
    private async Task<bool> StepAsync()
    {
        var look = readBack.StepAsync("default", Ct);
        while (!look.IsCompleted)
        {
            await Task.WhenAny(look, Task.Delay(5, Ct));
            if (!look.IsCompleted) house.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        return await look;
    }

    private async Task AddFollowUpsAsync(int count)
    {
        var settings = house.Desk.House.Registry.Current.Destination("default")!;
        var id = (await house.Desk.FindAsync(delivered)).CentralId!;
        for (var i = 1; i <= count; i++)
        {
            var post = new FollowUpPost([new("complaint_id", id), new("content", $"Tindak lanjut ke-{i}.")], []);
            Assert.That((await house.Central.PostFollowUpAsync(settings, post, TimeSpan.FromMinutes(1), Ct)).Status, Is.EqualTo(200).Or.EqualTo(201));
        }
    }

    private async Task<string> CentreAsync() => (await house.Desk.RunAsync("complaints", "show", delivered)).Output;

    private async Task<Reading> ReadingAsync() => (await house.Desk.House.Ledger.ReadingAsync(delivered, Ct))!;

    private async Task<DestinationRow> DestinationAsync() => (await house.Desk.House.Ledger.DestinationAsync("default", Ct))!;

    private async Task ChangeAsync(Func<DestinationRow, DestinationRow> change) =>
        Assert.That(await house.Desk.House.Ledger.WriteAsync(change(await DestinationAsync()), Ct), Is.True);
}
