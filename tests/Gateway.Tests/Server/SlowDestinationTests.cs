using Gateway.Core.Ledger;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>
/// A destination at which a turn is longer than a lease waits for one, so that the upload and the create of a complaint go under different leases.
/// </summary>
internal sealed class SlowDestinationTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DeskWithCentre house = null!;

    // A forward moves the clock on by one turn.
    [SetUp]
    public async Task Open() => house = await DeskWithCentre.OpenAsync(rate: "0.1");

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [Test]
    public async Task FilesThatTheCentreForgetsAgainAndAgainAreUploadedOnceMoreAndThenAPersonDecides()
    {
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.ForgetFiles, Times: 0));
        var number = await PostAsync();

        await ForwardAsync(number, times: 12);

        var row = await house.Desk.FindAsync(number);
        Assert.That((row.State, row.Reasons[0].Code), Is.EqualTo((ComplaintState.Parked, "refused-by-centre")));
        Assert.That(await CallsAsync(number), Is.EqualTo(new[] { "Upload Done", "Create Rejected", "Upload Done", "Create Rejected" }));
        Assert.That((await house.Desk.House.Ledger.EventsAsync(number, Ct)).SelectMany(happened => happened.Reasons).Select(reason => reason.Code), Has.Some.EqualTo("files-unknown"));
    }

    [Test]
    public async Task AReplayBeginsWithNewFilesAndMayRepeatThemOnce()
    {
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.ForgetFiles, Times: 3));
        var number = await PostAsync();
        await ForwardAsync(number, times: 12);
        Assert.That((await house.Desk.RunAsync("replay", number, "--reason", "berkas diunggah lagi")).Exit, Is.Zero);

        await ForwardAsync(number, times: 12);

        Assert.That((await house.Desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Delivered));
        Assert.That((await CallsAsync(number)).Count(call => call == "Upload Done"), Is.EqualTo(4));
    }

    private Task<string> PostAsync() => house.Desk.PostAsync("Lampu jalan di Jl. Kartini mati sejak Senin, gelap sekali.", ("foto.jpg", SomePicture.Photo(400, 300)));

    private async Task ForwardAsync(string number, int times)
    {
        for (var turn = 0; turn < times; turn++) await house.ForwardAsync(number);
    }

    private async Task<string[]> CallsAsync(string number) =>
        [.. (await house.Desk.House.Ledger.AttemptsAsync(number, Ct)).Select(attempt => $"{attempt.Step} {attempt.Outcome}")];
}
