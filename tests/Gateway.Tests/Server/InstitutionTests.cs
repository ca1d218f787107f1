using Gateway.Core.Masters;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>An institution that an officer names is held against the list of the centre, and a list that has nothing to show says so.</summary>
internal sealed class InstitutionTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DeskHouse desk = null!;
    private string number = "";

    [SetUp]
    public async Task Open()
    {
        desk = await DeskHouse.OpenAsync();
        number = await desk.PostAsync("""{"isi":"Jalan Slamet Riyadi berlubang di depan pasar."}""");
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [TestCase("1002", "102  Dinas Lingkungan Hidup Provinsi Kalimantan Timur")]
    [TestCase("dinas perhubungan", "101  Dinas Perhubungan Provinsi Kalimantan Timur")]
    public async Task WhatTheCentreDoesNotListIsRefusedWithTheNearest(string typed, string near)
    {
        await ListedAsync();

        var (exit, said) = await desk.RunAsync("complaints", "hand-on", number, typed);

        Assert.That((exit, said.Contains(near, StringComparison.Ordinal)), Is.EqualTo((1, true)), said);
        Assert.That(await desk.House.Ledger.TasksAsync(number, Ct), Is.Empty);
    }

    [TestCase("102")]
    [TestCase("dinas lingkungan hidup provinsi kalimantan timur")]
    public async Task WhatItListsIsTakenByIdAndByName(string typed)
    {
        await ListedAsync();

        var (exit, said) = await desk.RunAsync("complaints", "hand-on", number, typed);

        Assert.That((exit, said.Contains("PERINGATAN", StringComparison.Ordinal)), Is.EqualTo((0, false)), said);
        Assert.That((await desk.House.Ledger.TasksAsync(number, Ct)).Single().Origin, Is.EqualTo("102"));
    }

    [Test]
    public async Task WhatCannotBeCheckedIsTakenWithAWarning()
    {
        var (exit, said) = await desk.RunAsync("complaints", "hand-on", number, "999");

        Assert.That((exit, said.Contains("PERINGATAN: Daftar instansi pusat belum pernah dibaca", StringComparison.Ordinal)), Is.EqualTo((0, true)), said);
    }

    [Test]
    public async Task TheDoctorWarnsOfAListThatWasNeverRead() =>
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("?   PERINGATAN: default: daftar instansi pusat belum pernah dibaca"));

    [Test]
    public async Task AListWithNothingToShowSaysSo()
    {
        await ListedAsync();

        Assert.That((await desk.RunAsync("destination", "masters", "default", "--diff")).Output, Does.Contain("Baru ada versi pertama"));
        Assert.That((await desk.RunAsync("destination", "masters", "default", "--find", "perhubngan")).Output, Does.Contain("Tidak ada baris yang memuat 'perhubngan'").And.Contain("101  Dinas Perhubungan"));
        Assert.That((await desk.RunAsync("destination", "masters", "default", "--list", "templates")).Output, Does.Contain("belum pernah dibaca"));
        Assert.That((await desk.RunAsync("destination", "masters", "default", "--list", "institutions")).Output, Does.Contain("103  Dinas Pekerjaan Umum"));
    }

    private async Task ListedAsync() => await desk.House.Ledger.KeepMastersAsync(
        new MasterSet("default", MasterList.Institutions, 1, desk.House.Time.GetUtcNow(), "uji",
        [
            new MasterEntry("101", "Dinas Perhubungan Provinsi Kalimantan Timur"),
            new MasterEntry("102", "Dinas Lingkungan Hidup Provinsi Kalimantan Timur"),
            new MasterEntry("103", "Dinas Pekerjaan Umum Provinsi Kalimantan Timur"),
        ]),
        Ct);
}
