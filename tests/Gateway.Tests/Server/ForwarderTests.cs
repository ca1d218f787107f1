using System.Runtime.Versioning;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Core.Relay;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>The forwarder between a real ledger and the simulator: files that the centre forgot, bytes that are gone, and who goes first.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ForwarderTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private ForwardingHouse house = null!;

    [SetUp]
    public async Task Open() => house = await ForwardingHouse.OpenAsync("", Registries.Form, "{key: dlh-form, agency: dlh, kind: webform, policy: auto}");

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [Test]
    public async Task FilesThatTheCentreForgotAreUploadedOnceMore()
    {
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.ForgetFiles));
        var number = await PostPhotoAsync();

        await house.Forwarder.ForwardAsync(number, Ct);

        var row = await house.FindAsync(number);
        Assert.That((row.State, row.Attempts), Is.EqualTo((ComplaintState.Delivered, 1)), "only the last create counts");
        Assert.That(await house.CallsAsync(number), Is.EqualTo(new[] { "Upload Done", "Create Rejected", "Upload Done", "Create Done" }));
        Assert.That((house.Simulator.Complaints, house.Simulator.Received[0].Attachments.Count, house.Simulator.OrphanFiles), Is.EqualTo((1, 1, 1)));
        Assert.That(Uploads.Orphans(await house.Ledger.AttemptsAsync(number, Ct), true), Is.EqualTo(1));
        Assert.That((await house.Ledger.AttemptsAsync(number, Ct)).Select(attempt => (attempt.Actor, attempt.Settings)), Has.All.EqualTo(("relay", 1)));
    }

    [Test]
    public async Task ASecondRefusalGoesToAPersonAndHisReplayBeginsWithNewFiles()
    {
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.ForgetFiles, Times: 2));
        var number = await PostPhotoAsync();

        await house.Forwarder.ForwardAsync(number, Ct);

        var parked = await house.FindAsync(number);
        Assert.That((parked.State, parked.Reasons[0].Code), Is.EqualTo((ComplaintState.Parked, "refused-by-centre")));
        Assert.That(await house.CallsAsync(number), Is.EqualTo(new[] { "Upload Done", "Create Rejected", "Upload Done", "Create Rejected" }));
        await new ReplayComplaint(house.Opened.House.Move).ExecuteAsync(number, new Officer("Rina", "berkas diunggah lagi"), Ct);
        await house.Forwarder.ForwardAsync(number, Ct);
        Assert.That((await house.FindAsync(number)).State, Is.EqualTo(ComplaintState.Delivered));
    }

    [Test]
    public async Task ARefusalOfTheContentUploadsNothingAgain()
    {
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.Refuse));
        var number = await PostPhotoAsync();

        await house.Forwarder.ForwardAsync(number, Ct);

        Assert.That(await house.CallsAsync(number), Is.EqualTo(new[] { "Upload Done", "Create Rejected" }));
    }

    [Test]
    public async Task TheCreateBehindAnUploadTakesATurnOfItsOwn()
    {
        await LimitAsync(callsPerSecond: 2);
        var number = await PostPhotoAsync();

        await house.Forwarder.ForwardAsync(number, Ct);

        var begun = (await house.Ledger.AttemptsAsync(number, Ct)).Select(attempt => attempt.Begun).ToList();
        Assert.That(begun, Has.Count.EqualTo(2));
        Assert.That(begun[1] - begun[0], Is.GreaterThan(TimeSpan.FromSeconds(0.45)));
    }

    [Test]
    public async Task WhatMustWaitLongForItsTurnWaitsInTheQueueAndItsFilesAreNotSentAgain()
    {
        await LimitAsync(callsPerSecond: 0.1);
        var number = await PostPhotoAsync();

        await house.Forwarder.ForwardAsync(number, Ct);

        var waiting = await house.FindAsync(number);
        Assert.That((waiting.State, waiting.Reasons.Single().Code, waiting.Attempts), Is.EqualTo((ComplaintState.Queued, "waits-for-turn", 0)));
        await LimitAsync(callsPerSecond: 100);
        await house.Forwarder.ForwardAsync(number, Ct);
        Assert.That(await house.CallsAsync(number), Is.EqualTo(new[] { "Upload Done", "Create Done" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task AFileThatIsGoneOrDamagedParksItWithoutACall(bool gone)
    {
        var number = await PostPhotoAsync(3000);
        var file = Path.Combine(house.Opened.Data, "payloads", (await house.Ledger.SentFilesAsync(number, Ct)).Single().Payload!.File!);
        if (gone) File.Delete(file);
        else File.WriteAllBytes(file, File.ReadAllBytes(file)[..^100]);

        await house.Forwarder.ForwardAsync(number, Ct);

        var row = await house.FindAsync(number);
        Assert.That((row.State, row.Reasons.Single().Code, row.Reasons.Single().Detail), Is.EqualTo((ComplaintState.Parked, "prepared-file-lost", "lampiran-1.jpg")));
        Assert.That((await house.CallsAsync(number)).Length + house.Simulator.CallsOf(CentralCall.Any), Is.Zero);
    }

    [Test]
    public async Task AComplaintThatCannotBeOpenedIsParkedAtOnce()
    {
        var number = await PostAsync("Halte di Jalan Juanda roboh atapnya.");
        await house.Opened.DamageAsync("UPDATE complaints SET sealed = zeroblob(64) WHERE number = @number", new { number });

        await house.Forwarder.ForwardAsync(number, Ct);

        var row = await house.FindAsync(number);
        Assert.That((row.State, row.Reasons.Single().Code), Is.EqualTo((ComplaintState.Parked, "cannot-be-opened")));
        Assert.That(await house.CallsAsync(number), Is.Empty);
    }

    [Test]
    public async Task DangerToLifeGoesAheadOfWhatWasWokenBeforeIt()
    {
        var (first, urgent) = (await PostAsync("Lampu jalan di Jalan Juanda padam sejak Senin."), await PostAsync("Kebakaran di Pasar Segiri sekarang, api menjalar ke rumah warga, tolong!"));
        Assert.That((await house.FindAsync(urgent)).Danger, Is.Not.Null);
        foreach (var row in new[] { await house.FindAsync(first), await house.FindAsync(urgent) }) await house.Ledger.MarkPublishedAsync([(row.Number, row.Version)], TimeProvider.System.GetUtcNow(), Ct);

        await Eventually.HoldsAsync(async () => (await house.Forwarder.ForwardAsync(first, Ct)).Verdict != ForwardVerdict.NotYet, "the limit lets it go");

        Assert.That(house.Simulator.Received.Select(stored => stored.Number), Is.EqualTo(new[] { urgent, first }));
    }

    [Test]
    public async Task DangerToLifeIsPublishedAlthoughTheWindowIsFull()
    {
        var (first, second) = (await PostAsync("Lampu jalan di Jalan Juanda padam sejak Senin."), await PostAsync("Halte di Jalan Pahlawan kotor dan penuh coretan sejak Senin."));
        var broker = new ListeningBroker();
        var opened = house.Opened.House;
        var relay = new OutboxRelay(house.Ledger, broker, opened.Reader, opened.Registry, new ForwardingOptions { Window = 1 }, opened.Identifiers, opened.Crash, TimeProvider.System);
        await relay.StepAsync(Ct);
        var urgent = await PostAsync("Kebakaran di Pasar Segiri sekarang, api menjalar ke rumah warga, tolong!");

        await relay.StepAsync(Ct);

        Assert.That(broker.Published, Is.EqualTo(new[] { first, urgent }), $"{second} waits for room");
    }

    [Test]
    public async Task TheSweeperTakesTurnsBetweenAgenciesAlsoWhenItMustWaitForTheLimit()
    {
        for (var i = 0; i < 6; i++) await PostAsync($"Lampu jalan nomor {i} di Jalan Juanda padam sejak Senin.");
        var other = await PostAsync("Sampah menumpuk di Pasar Segiri sejak Senin.", "dlh-form");
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(1));
        var sweeper = new Sweeper(house.Ledger, new NoBroker(), house.Forwarder, house.Opened.House.Registry, new ForwardingOptions(), time);
        await sweeper.StepAsync(Ct);
        time.Advance(TimeSpan.FromMinutes(2));

        await Eventually.HoldsAsync(
            async () =>
            {
                await sweeper.StepAsync(Ct);
                return house.Simulator.Complaints == 7;
            },
            "all are forwarded");

        Assert.That(house.Simulator.Received.Take(2).Select(stored => stored.Number), Does.Contain(other));
        Assert.That((await house.Ledger.AttemptsAsync(other, Ct)).Single().Actor, Is.EqualTo("sweeper"));
    }

    private async Task LimitAsync(double callsPerSecond)
    {
        var registry = house.Opened.House.Registry;
        await registry.ApplyAsync(registry.Current with { Destinations = [.. registry.Current.Destinations.Select(destination => destination with { RequestsPerSecond = callsPerSecond })] }, "test", Ct);
    }

    private Task<string> PostPhotoAsync(uint width = 400) =>
        house.Opened.PostAsync(new Dictionary<string, string> { ["isi"] = "Jembatan kayu di Loa Duri lapuk, foto terlampir." }, ("foto.jpg", SomePicture.Photo(width, 300)));

    private async Task<string> PostAsync(string isi, string channel = "dishub-form")
    {
        var number = await house.Opened.TakeAsync(await FormPost.OfAsync(new Dictionary<string, string> { ["isi"] = isi }, []), channel);
        await house.Opened.House.JudgeAsync(Ct);
        return number;
    }

    private sealed class ListeningBroker : IBroker
    {
        public List<string> Published { get; } = [];

        public bool IsConnected => true;

        public Task PublishAsync(Gateway.Contracts.Messages.ComplaintRecorded message, CancellationToken ct)
        {
            Published.Add(message.Number);
            return Task.CompletedTask;
        }
    }

    private sealed class NoBroker : IBroker
    {
        public bool IsConnected => false;

        public Task PublishAsync(Gateway.Contracts.Messages.ComplaintRecorded message, CancellationToken ct) => throw new BrokerUnavailableException("away");
    }
}
