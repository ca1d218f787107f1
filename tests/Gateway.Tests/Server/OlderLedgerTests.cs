using System.Runtime.Versioning;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>
/// An older ledger that somebody put back without <c>gateway restore</c>: what the delivery journal beside it knows, and it does not, is not sent
/// again. Whatever the ledger knows itself goes on as always.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class OlderLedgerTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly SimulatorFault Away = new(CentralCall.Create, FaultKind.UnavailableRetryAfter, Seconds: 1);

    private DeskWithCentre house = null!;

    [SetUp]
    public async Task Open() => house = await DeskWithCentre.OpenAsync();

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [Test]
    public async Task ALedgerThatWasCopiedBackSendsNothingAgain()
    {
        await using var copied = await ForwardingHouse.OpenAsync("", Registries.Form);
        var (first, second) = (await copied.Opened.PostAsync(OlderLedger.Text("Kartini")), await copied.Opened.PostAsync(OlderLedger.Text("Antasari")));
        await copied.ReopenAsync(data => OlderLedger.Copy(data, "gateway.db", "lama.db"));
        await copied.Forwarder.ForwardAsync(first, Ct);
        var id = (await copied.FindAsync(first)).CentralId;
        await copied.ReopenAsync(data => OlderLedger.Copy(data, "lama.db", "gateway.db"));
        Assert.That((await copied.FindAsync(first)).State, Is.EqualTo(ComplaintState.Queued), "it does not know");

        await copied.Forwarder.ForwardAsync(first, Ct);
        await copied.Forwarder.ForwardAsync(second, Ct);

        Assert.That(copied.Simulator.Received, Has.Count.EqualTo(1));
        var row = await copied.FindAsync(first);
        Assert.That((row.State, row.Reasons[0].Code, row.Reasons[1].Code, row.Reasons[1].Detail), Is.EqualTo((ComplaintState.Unknown, "restored", "journal-ahead", "#" + id)));
        Assert.That((await copied.FindAsync(second)).State, Is.EqualTo(ComplaintState.Queued), "everything else waits too");
        var destination = (await copied.Ledger.DestinationAsync("default", Ct))!;
        Assert.That((destination.State, destination.Reasons[0].Code), Is.EqualTo((DestinationState.Paused, "journal-ahead")));
        Assert.That((await copied.RunAsync("destination", "list", "--lang", "en")).Output, Does.Contain("restore --in-place"));
        Assert.That(await copied.CallsAsync(first), Is.EqualTo(new[] { "Create NotSent" }));
    }

    [TestCase(null)]
    [TestCase(AttemptOutcome.Unknown)]
    [TestCase(AttemptOutcome.Done)]
    public async Task WhatAPersonLookedForGoesAgain(AttemptOutcome? outcome)
    {
        var number = await PostAsync();
        await LineAsync(number, "lain", null);
        if (outcome is not null) await LineAsync(number, "lain", outcome);
        await ForwardAsync(number);
        Assert.That((await house.Desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Unknown));
        Assert.That((await SettleAsync(number)).Exit, Is.EqualTo(1), "the centre may still be storing it");
        house.Clock.Advance(TimeSpan.FromHours(2));

        Assert.That((await SettleAsync(number)).Exit, Is.Zero);
        await house.Desk.RunAsync("destination", "open", "default");
        await ForwardAsync(number);

        Assert.That(((await house.Desk.FindAsync(number)).State, house.Simulator.Received.Count), Is.EqualTo((ComplaintState.Delivered, 1)));
    }

    [Test]
    public async Task WhatWasTypedByHandIsNotSent()
    {
        var number = await PostAsync();
        await LineAsync(number, "h1", null, byHand: true);
        await LineAsync(number, "h1", AttemptOutcome.NotSent, byHand: true);
        var typed = await PostAsync();
        await LineAsync(typed, "h2", null, byHand: true);

        await ForwardAsync(number);
        await ForwardAsync(typed);

        Assert.That(((await house.Desk.FindAsync(number)).State, (await house.Desk.FindAsync(typed)).State), Is.EqualTo((ComplaintState.Delivered, ComplaintState.Unknown)));
        Assert.That((await house.Desk.FindAsync(typed)).Reasons.Select(reason => reason.Code), Is.EqualTo(new[] { "typed-not-kept" }));
        Assert.That((await house.Desk.House.Ledger.DestinationAsync("default", Ct))!.State, Is.EqualTo(DestinationState.Open), "that is no older ledger");
    }

    [Test]
    public async Task WhatTheLedgerKnowsGoesOnAsAlways()
    {
        var number = await PostAsync();
        house.Simulator.AddFaults(Away, new SimulatorFault(CentralCall.Create, FaultKind.Html, Nth: 2));
        await ForwardAsync(number);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await ForwardAsync(number);
        Assert.That((await house.Desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Unknown));
        house.Clock.Advance(TimeSpan.FromHours(2));
        await SettleAsync(number);

        await ForwardAsync(number);

        Assert.That(((await house.Desk.FindAsync(number)).State, house.Simulator.Received.Count), Is.EqualTo((ComplaintState.Delivered, 1)));
    }

    [TestCase(1, true)]
    [TestCase(200, false)]
    public async Task ALineOfAnOlderVersionIsKnownByItsTime(int seconds, bool isKnown)
    {
        var number = await PostAsync();
        house.Simulator.AddFaults(Away);
        await ForwardAsync(number);
        house.Clock.Advance(TimeSpan.FromSeconds(seconds));
        // Its end could not be written.
        await LineAsync(number, null, null);
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        await ForwardAsync(number);

        Assert.That((await house.Desk.FindAsync(number)).State, Is.EqualTo(isKnown ? ComplaintState.Delivered : ComplaintState.Unknown));
    }

    [Test]
    public async Task PartsThatWentKeepBackTheWholeAndItsOtherParts()
    {
        var (whole, other) = (await PostAsync(), await PostAsync());
        await house.Desk.House.Journal.AppendAsync(Line("GPART", "a1", null) with { InPlaceOf = [whole, other] });

        await ForwardAsync(whole);
        await house.Desk.RunAsync("destination", "open", "default");
        await house.Desk.RunAsync("complaints", "hold", other);
        Assert.That((await SplitAsync(other)).Exit, Is.Zero);
        var part = (await house.Desk.House.Ledger.LineageAsync(other, Ct))[0].Child;
        await house.Desk.RunAsync("complaints", "release", part);
        await ForwardAsync(part);

        Assert.That(((await house.Desk.FindAsync(whole)).State, (await house.Desk.FindAsync(part)).State, house.Simulator.Received.Count), Is.EqualTo((ComplaintState.Unknown, ComplaintState.Unknown, 0)));
    }

    [Test]
    public async Task EveryPartOfWhatIsSplitGoes()
    {
        var whole = await PostAsync();
        house.Simulator.AddFaults(Away);
        await ForwardAsync(whole);
        await house.Desk.RunAsync("complaints", "hold", whole);
        Assert.That((await SplitAsync(whole)).Exit, Is.Zero);

        foreach (var kin in await house.Desk.House.Ledger.LineageAsync(whole, Ct))
        {
            await house.Desk.RunAsync("complaints", "release", kin.Child);
            await ForwardAsync(kin.Child);
            Assert.That((await house.Desk.FindAsync(kin.Child)).State, Is.EqualTo(ComplaintState.Delivered));
        }
    }

    [Test]
    public async Task APartWhoseNumberWasTypedLeavesTheOthersAlone()
    {
        var whole = await PostAsync();
        await house.Desk.RunAsync("complaints", "hold", whole);
        Assert.That((await SplitAsync(whole)).Exit, Is.Zero);
        string[] parts = [.. (await house.Desk.House.Ledger.LineageAsync(whole, Ct)).Select(kin => kin.Child)];
        foreach (var part in parts) await house.Desk.RunAsync("complaints", "release", part);
        await ForwardAsync(parts[0]);
        var typed = Line(parts[0], "h1", null) with { ByHand = true, InPlaceOf = [whole] };
        await house.Desk.House.Journal.AppendAsync(typed);
        await house.Desk.House.Journal.AppendAsync(typed with { Outcome = AttemptOutcome.Done, CentralId = "7000009" });

        await ForwardAsync(parts[1]);

        Assert.That((await house.Desk.FindAsync(parts[1])).State, Is.EqualTo(ComplaintState.Delivered));
        Assert.That((await house.Desk.House.Ledger.DestinationAsync("default", Ct))!.State, Is.EqualTo(DestinationState.Open));
    }

    private Task<string> PostAsync() => house.PostAsync();

    private async Task<(int Exit, string Output)> SplitAsync(string number) => await house.Desk.RunAsync(
        "complaints", "split", number, "--parts", house.Desk.Write("bagian.txt", "Lampu jalan mati di Jl. Kartini.\n---\nHalte di Jl. Antasari bocor."), "--yes", "--version", $"{(await house.Desk.FindAsync(number)).Version}");

    private Task ForwardAsync(string number) => house.ForwardAsync(number);

    private Task LineAsync(string number, string? attempt, AttemptOutcome? outcome, bool byHand = false) =>
        house.Desk.House.Journal.AppendAsync(Line(number, attempt, outcome) with { ByHand = byHand });

    private JournalEntry Line(string number, string? attempt, AttemptOutcome? outcome) => new(house.Clock.GetUtcNow(), number, "default", outcome, null) { Attempt = attempt };

    private Task<(int Exit, string Output)> SettleAsync(string number) =>
        house.Desk.RunAsync("unknown", "settle", number, "--not-delivered", "--reason", "tidak ada di daftar");
}
