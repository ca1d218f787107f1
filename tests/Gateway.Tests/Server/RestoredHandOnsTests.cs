using System.Runtime.Versioning;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>
/// What was handed on after a backup comes back to its complaint by the delivery journal, and goes once: beside the ledger stands the
/// simulator's book.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class RestoredHandOnsTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private ForwardingHouse house = null!;
    private DateTimeOffset made;
    private string[] numbers = [];

    [SetUp]
    public async Task Open()
    {
        house = await ForwardingHouse.OpenAsync("", Registries.Form);
        numbers = [await DeliveredAsync("Kartini"), await DeliveredAsync("Antasari"), await DeliveredAsync("Pahlawan"), await DeliveredAsync("Juanda")];
        await house.Opened.House.Journal.AppendAsync(new JournalEntry(TimeProvider.System.GetUtcNow().AddHours(-1), "G000", "default", AttemptOutcome.Rejected, null));
        made = TimeProvider.System.GetUtcNow();
    }

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [Test]
    public async Task EachIsHandedOnOnceAndTheLedgerKnowsIt()
    {
        var (done, doubtful, waiting, refused) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        // Begun before the copy, and done after it.
        await HandOnAsync(waiting);
        await house.ReopenAsync(data => OlderLedger.Copy(data, "gateway.db", "lama.db"));
        await WorkAsync(waiting, TaskState.Done);
        await HandOnAsync(done);
        await WorkAsync(done, TaskState.Done);
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Reject, FaultKind.ErrorAfterStoring), new SimulatorFault(CentralCall.Reject, FaultKind.Refuse, Nth: 2));
        await HandOnAsync(doubtful);
        await WorkAsync(doubtful, TaskState.Unknown);
        await HandOnAsync(refused);
        await WorkAsync(refused, TaskState.Parked);
        var calls = house.Simulator.CallsOf(CentralCall.Reject);
        await house.Opened.CloseAsync();
        OlderLedger.Copy(house.Opened.Data, "lama.db", "gateway.db");

        await RestoreAsync();

        await house.ReopenAsync(_ => { });
        Assert.That((await TaskAsync(done)) is { State: TaskState.Done, Origin: "102" } kept && kept.Reasons[0].Code == "handed-on-by-journal", Is.True);
        Assert.That((await TaskAsync(doubtful)) is { State: TaskState.Unknown, DoubtSince: not null } doubt && doubt.Reasons[0].Code == "task-in-doubt-by-journal", Is.True);
        Assert.That((await TaskAsync(waiting)).State, Is.EqualTo(TaskState.Unknown), "its own");
        Assert.That(await house.Ledger.TasksAsync(refused, Ct), Is.Empty, "nothing came of it");
        await house.RunAsync("destination", "open", "default");
        foreach (var number in new[] { doubtful, waiting }) await WorkAsync(number, TaskState.Done);
        Assert.That(house.Simulator.CallsOf(CentralCall.Reject), Is.EqualTo(calls), "looked at, and not done again");
        Assert.That((await TaskAsync(waiting)).State, Is.EqualTo(TaskState.Done));
        Assert.That((await house.Ledger.DestinationAsync("default", Ct))!.Unknowns, Is.Zero);
    }

    [Test]
    public async Task ASecondRestoreEntersNothingTwice()
    {
        var (done, found) = (numbers[0], numbers[1]);
        await house.ReopenAsync(data => OlderLedger.Copy(data, "gateway.db", "lama.db"));
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Reject, FaultKind.ErrorAfterStoring, Nth: 2));
        await HandOnAsync(done);
        await WorkAsync(done, TaskState.Done);
        await HandOnAsync(found);
        await WorkAsync(found, TaskState.Unknown);
        await house.Opened.CloseAsync();
        OlderLedger.Copy(house.Opened.Data, "lama.db", "gateway.db");
        await RestoreAsync();
        await house.ReopenAsync(_ => { });
        await house.RunAsync("destination", "open", "default");
        await WorkAsync(found, TaskState.Done);
        var events = (await house.Ledger.EventsAsync(done, Ct)).Count;
        await house.Opened.CloseAsync();

        await RestoreAsync();

        await house.ReopenAsync(_ => { });
        foreach (var number in new[] { done, found }) Assert.That((await TaskAsync(number)).State, Is.EqualTo(TaskState.Done));
        Assert.That(await house.Ledger.EventsAsync(done, Ct), Has.Count.EqualTo(events));
    }

    [Test]
    public async Task WhatWasDoneAfterADoubtIsEnteredAsDone()
    {
        var number = numbers[0];
        await WriteAsync(number, "a1", AttemptOutcome.Unknown);
        await WriteAsync(number, "a2", AttemptOutcome.Done);
        await house.Opened.CloseAsync();

        await RestoreAsync();

        await house.ReopenAsync(_ => { });
        Assert.That((await TaskAsync(number)) is { State: TaskState.Done, Origin: "102" } kept && kept.Reasons[0].Code == "handed-on-by-journal", Is.True);
    }

    [Test]
    public async Task WhatOneNodeHasDoneIsEnteredBesideTheDoubtOfAnother()
    {
        var number = numbers[0];
        var doubt = new HandOnSince("102", made, "a1", IsDone: false);
        var since = new Dictionary<string, CreateSince> { [number] = new(false, null) { HandOns = [doubt, new HandOnSince("103", made.AddMinutes(1), "a2", IsDone: true)] } };

        await new RestoreLedger(house.Ledger, house.Opened.House.Identifiers, TimeProvider.System).ExecuteAsync(made, since, new Officer("Rina", "disk rusak"), Ct);

        Assert.That((await house.Ledger.TasksAsync(number, Ct)).Select(task => (task.Origin, task.State)), Is.EquivalentTo(new[] { ("103", TaskState.Done), ("102", TaskState.Unknown) }));
    }

    private async Task WriteAsync(string number, string attempt, AttemptOutcome outcome)
    {
        var begun = new JournalEntry(TimeProvider.System.GetUtcNow(), number, "default", null, null) { Attempt = attempt, Institution = "102" };
        await house.Opened.House.Journal.AppendAsync(begun);
        await house.Opened.House.Journal.AppendAsync(begun with { Outcome = outcome });
    }

    private async Task RestoreAsync()
    {
        var (exit, said) = await house.RunAloneAsync(
            "restore", "--in-place", "--made", OlderLedger.Typed(made), "--journal", Path.Combine(house.Opened.Data, "journal", "creates.jsonl"), "--yes");
        Assert.That(exit, Is.Zero, said);
    }

    private async Task<string> DeliveredAsync(string street)
    {
        var number = await house.Opened.PostAsync(OlderLedger.Text(street));
        // The one before may have taken the turn of these ten milliseconds.
        await Eventually.HoldsAsync(async () => (await house.Forwarder.ForwardAsync(number, Ct)).Verdict == ForwardVerdict.Forwarded, "it has its turn");
        Assert.That((await house.FindAsync(number)).State, Is.EqualTo(ComplaintState.Delivered));
        return number;
    }

    private async Task HandOnAsync(string number) => Assert.That((await house.RunAsync("complaints", "hand-on", number, "102")).Exit, Is.Zero);

    private async Task<TaskRow> TaskAsync(string number) => (await house.Ledger.TasksAsync(number, Ct)).Single();

    private async Task WorkAsync(string number, TaskState until)
    {
        await house.WorkTasksAsync(async () => (await TaskAsync(number)).State == until);
        Assert.That((await TaskAsync(number)).State, Is.EqualTo(until), number);
    }
}
