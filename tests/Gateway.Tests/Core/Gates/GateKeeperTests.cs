using System.Runtime.Versioning;
using Gateway.Core.Attachments;
using Gateway.Core.Duplicates;
using Gateway.Core.Gates;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Gates;

/// <summary>Who waits for whom at the gates.</summary>
[SupportedOSPlatform("linux")]
internal sealed class GateKeeperTests
{
    [Test]
    public async Task AComplaintWithoutFilesWaitsForNoPicture()
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);
        var house = opened.House;
        // Takes the duty.
        await house.JudgeAsync(CancellationToken.None);
        var numbers = new List<string>();
        foreach (var isi in new[] { "Jalan di depan pasar rusak.", "Jembatan di depan sekolah retak." })
            numbers.Add(await opened.TakeAsync(await FormPost.OfAsync(new Dictionary<string, string> { ["isi"] = isi }, ("foto.jpg", SomePicture.Photo(60, 40)))));
        numbers.Add(await opened.PostAsync("""{"isi": "Lampu jalan di depan kantor pos mati."}"""));
        var whileOpen = new List<ComplaintState[]>();
        var pictures = new WatchedPictures(async () => whileOpen.Add(await StatesAsync()));
        var preparation = new Preparation(house.Ledger, house.Payloads, house.Vault, pictures);
        var gates = new GateKeeper(house.Ledger, house.Reader, preparation, house.Registry, house.Identifiers, new GatesOptions(),
            new DuplicateSearch(house.Ledger, house.Reader, house.Vault, new DuplicatesOptions { LookBack = TimeSpan.FromDays(60) }), house.Duties, house.Crash, house.Time);

        Assert.That(await gates.StepAsync(CancellationToken.None), Is.EqualTo(2));
        Assert.That(await gates.StepAsync(CancellationToken.None), Is.EqualTo(1));
        Assert.That(await gates.StepAsync(CancellationToken.None), Is.Zero);

        Assert.That(whileOpen[0], Is.EqualTo(new[] { ComplaintState.Recorded, ComplaintState.Recorded, ComplaintState.Queued }));
        Assert.That(whileOpen[1], Is.EqualTo(new[] { ComplaintState.Queued, ComplaintState.Recorded, ComplaintState.Queued }));

        async Task<ComplaintState[]> StatesAsync()
        {
            var states = new List<ComplaintState>();
            foreach (var number in numbers) states.Add((await house.Ledger.FindAsync(number, CancellationToken.None))!.State);
            return [.. states];
        }
    }
}
