using System.Runtime.Versioning;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
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

    private FakeTimeProvider clock = null!;
    private CentralSimulator simulator = null!;
    private CentralClient central = null!;
    private DeskHouse desk = null!;
    private int posts;

    [SetUp]
    public async Task Open()
    {
        posts = 0;
        clock = new FakeTimeProvider(Some.Noon);
        simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), Ct);
        central = new CentralClient(Secrets.Resolve, TimeProvider.System);
        desk = await DeskHouse.OpenAsync(clock, Registries.Destination("default", simulator.BaseUri, "state: open, requestsPerSecond: 100"));
    }

    [TearDown]
    public async Task Close()
    {
        central.Dispose();
        await desk.DisposeAsync();
        await simulator.DisposeAsync();
    }

    [Test]
    public async Task ALedgerThatWasCopiedBackSendsNothingAgain()
    {
        await using var house = await ForwardingHouse.OpenAsync("", Registries.Form);
        var (first, second) = (await house.Opened.PostAsync(OlderLedger.Text("Kartini")), await house.Opened.PostAsync(OlderLedger.Text("Antasari")));
        await house.ReopenAsync(data => OlderLedger.Copy(data, "gateway.db", "lama.db"));
        await house.Forwarder.ForwardAsync(first, Ct);
        var id = (await house.FindAsync(first)).CentralId;
        await house.ReopenAsync(data => OlderLedger.Copy(data, "lama.db", "gateway.db"));
        Assert.That((await house.FindAsync(first)).State, Is.EqualTo(ComplaintState.Queued), "it does not know");

        await house.Forwarder.ForwardAsync(first, Ct);
        await house.Forwarder.ForwardAsync(second, Ct);

        Assert.That(house.Simulator.Received, Has.Count.EqualTo(1));
        var row = await house.FindAsync(first);
        Assert.That((row.State, row.Reasons[0].Code, row.Reasons[1].Code, row.Reasons[1].Detail), Is.EqualTo((ComplaintState.Unknown, "restored", "journal-ahead", "#" + id)));
        Assert.That((await house.FindAsync(second)).State, Is.EqualTo(ComplaintState.Queued), "everything else waits too");
        var destination = (await house.Ledger.DestinationAsync("default", Ct))!;
        Assert.That((destination.State, destination.Reasons[0].Code), Is.EqualTo((DestinationState.Paused, "journal-ahead")));
        Assert.That((await house.RunAsync("destination", "list", "--lang", "en")).Output, Does.Contain("restore --in-place"));
        Assert.That(await house.CallsAsync(first), Is.EqualTo(new[] { "Create NotSent" }));
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
        Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Unknown));
        Assert.That((await SettleAsync(number)).Exit, Is.EqualTo(1), "the centre may still be storing it");
        clock.Advance(TimeSpan.FromHours(2));

        Assert.That((await SettleAsync(number)).Exit, Is.Zero);
        await desk.RunAsync("destination", "open", "default");
        await ForwardAsync(number);

        Assert.That(((await desk.FindAsync(number)).State, simulator.Received.Count), Is.EqualTo((ComplaintState.Delivered, 1)));
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

        Assert.That(((await desk.FindAsync(number)).State, (await desk.FindAsync(typed)).State), Is.EqualTo((ComplaintState.Delivered, ComplaintState.Unknown)));
        Assert.That((await desk.FindAsync(typed)).Reasons.Select(reason => reason.Code), Is.EqualTo(new[] { "typed-not-kept" }));
        Assert.That((await desk.House.Ledger.DestinationAsync("default", Ct))!.State, Is.EqualTo(DestinationState.Open), "that is no older ledger");
    }

    [Test]
    public async Task WhatTheLedgerKnowsGoesOnAsAlways()
    {
        var number = await PostAsync();
        simulator.AddFaults(Away, new SimulatorFault(CentralCall.Create, FaultKind.Html, Nth: 2));
        await ForwardAsync(number);
        clock.Advance(TimeSpan.FromMinutes(1));
        await ForwardAsync(number);
        Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Unknown));
        clock.Advance(TimeSpan.FromHours(2));
        await SettleAsync(number);

        await ForwardAsync(number);

        Assert.That(((await desk.FindAsync(number)).State, simulator.Received.Count), Is.EqualTo((ComplaintState.Delivered, 1)));
    }

    [TestCase(1, true)]
    [TestCase(200, false)]
    public async Task ALineOfAnOlderVersionIsKnownByItsTime(int seconds, bool isKnown)
    {
        var number = await PostAsync();
        simulator.AddFaults(Away);
        await ForwardAsync(number);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        // Its end could not be written.
        await LineAsync(number, null, null);
        clock.Advance(TimeSpan.FromMinutes(1));

        await ForwardAsync(number);

        Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(isKnown ? ComplaintState.Delivered : ComplaintState.Unknown));
    }

    [Test]
    public async Task PartsThatWentKeepBackTheWholeAndItsOtherParts()
    {
        var (whole, other) = (await PostAsync(), await PostAsync());
        await desk.House.Journal.AppendAsync(Line("GPART", "a1", null) with { InPlaceOf = [whole, other] });

        await ForwardAsync(whole);
        await desk.RunAsync("destination", "open", "default");
        await desk.RunAsync("complaints", "hold", other);
        Assert.That((await SplitAsync(other)).Exit, Is.Zero);
        var part = (await desk.House.Ledger.LineageAsync(other, Ct))[0].Child;
        await desk.RunAsync("complaints", "release", part);
        await ForwardAsync(part);

        Assert.That(((await desk.FindAsync(whole)).State, (await desk.FindAsync(part)).State, simulator.Received.Count), Is.EqualTo((ComplaintState.Unknown, ComplaintState.Unknown, 0)));
    }

    [Test]
    public async Task EveryPartOfWhatIsSplitGoes()
    {
        var whole = await PostAsync();
        simulator.AddFaults(Away);
        await ForwardAsync(whole);
        await desk.RunAsync("complaints", "hold", whole);
        Assert.That((await SplitAsync(whole)).Exit, Is.Zero);

        foreach (var kin in await desk.House.Ledger.LineageAsync(whole, Ct))
        {
            await desk.RunAsync("complaints", "release", kin.Child);
            await ForwardAsync(kin.Child);
            Assert.That((await desk.FindAsync(kin.Child)).State, Is.EqualTo(ComplaintState.Delivered));
        }
    }

    [Test]
    public async Task APartWhoseNumberWasTypedLeavesTheOthersAlone()
    {
        var whole = await PostAsync();
        await desk.RunAsync("complaints", "hold", whole);
        Assert.That((await SplitAsync(whole)).Exit, Is.Zero);
        string[] parts = [.. (await desk.House.Ledger.LineageAsync(whole, Ct)).Select(kin => kin.Child)];
        foreach (var part in parts) await desk.RunAsync("complaints", "release", part);
        await ForwardAsync(parts[0]);
        var typed = Line(parts[0], "h1", null) with { ByHand = true, InPlaceOf = [whole] };
        await desk.House.Journal.AppendAsync(typed);
        await desk.House.Journal.AppendAsync(typed with { Outcome = AttemptOutcome.Done, CentralId = "7000009" });

        await ForwardAsync(parts[1]);

        Assert.That((await desk.FindAsync(parts[1])).State, Is.EqualTo(ComplaintState.Delivered));
        Assert.That((await desk.House.Ledger.DestinationAsync("default", Ct))!.State, Is.EqualTo(DestinationState.Open));
    }

    private Task<string> PostAsync() => desk.PostAsync($$"""{"isi":"Lampu jalan di Jl. Kartini tiang nomor {{++posts}} mati sejak Senin, gelap sekali."}""");

    private async Task<(int Exit, string Output)> SplitAsync(string number) => await desk.RunAsync(
        "complaints", "split", number, "--parts", desk.Write("bagian.txt", "Lampu jalan mati di Jl. Kartini.\n---\nHalte di Jl. Antasari bocor."), "--yes", "--version", $"{(await desk.FindAsync(number)).Version}");

    private async Task ForwardAsync(string number)
    {
        clock.Advance(TimeSpan.FromSeconds(5));
        var journaled = new JournaledCentral(central, desk.House.Journal, desk.House.Ledger, clock, NullLogger<JournaledCentral>.Instance);
        await desk.House.ForwarderTo(journaled).ForwardAsync(number, Ct);
    }

    private Task LineAsync(string number, string? attempt, AttemptOutcome? outcome, bool byHand = false) =>
        desk.House.Journal.AppendAsync(Line(number, attempt, outcome) with { ByHand = byHand });

    private JournalEntry Line(string number, string? attempt, AttemptOutcome? outcome) => new(clock.GetUtcNow(), number, "default", outcome, null) { Attempt = attempt };

    private Task<(int Exit, string Output)> SettleAsync(string number) =>
        desk.RunAsync("unknown", "settle", number, "--not-delivered", "--reason", "tidak ada di daftar");
}
