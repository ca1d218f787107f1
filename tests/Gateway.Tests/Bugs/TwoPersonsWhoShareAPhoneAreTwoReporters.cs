using System.Runtime.Versioning;
using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A family shares a phone, a school one mail address. Whoever wrote second was taken for the first: shown under the wrong name, and
/// their own name not masked.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class TwoPersonsWhoShareAPhoneAreTwoReporters
{
    private const string Register = "{key: dishub-register, agency: dishub, kind: register, policy: auto}";

    private OpenedHouse opened = null!;

    [SetUp]
    public async Task Open() => opened = await OpenedHouse.NewAsync(null, Registries.Form, Register);

    [TearDown]
    public async Task Close() => await opened.DisposeAsync();

    [Test]
    public async Task EachPostKeepsItsOwnPerson()
    {
        var first = await opened.PostAsync("""{"isi":"Lampu jalan padam.","nama":"Siti Contoh","hp":"0811-0000-0001"}""");
        var second = await opened.PostAsync("""{"isi":"Halte roboh, hormat saya Budi Misal.","nama":"Budi Misal","hp":"+62 811 0000 0001"}""");

        Assert.That((await NameAsync(first), await NameAsync(second)), Is.EqualTo(("Siti Contoh", "Budi Misal")));
        Assert.That((await FindAsync(second)).Isi, Is.EqualTo("Halte roboh, hormat saya [disamarkan]."));
    }

    [Test]
    public async Task TheSamePersonAgainStaysOne()
    {
        var first = await opened.PostAsync("""{"isi":"Lampu jalan padam.","nama":"Siti Contoh","hp":"0811-0000-0001"}""");
        var again = await opened.PostAsync("""{"isi":"Halte roboh.","nama":"SITI CONTOH","hp":"+62 811 0000 0001"}""");
        var bare = await opened.PostAsync("""{"isi":"Rambu hilang.","hp":"081100000001"}""");

        Assert.That(new[] { (await FindAsync(again)).Reporter, (await FindAsync(bare)).Reporter }, Is.All.EqualTo((await FindAsync(first)).Reporter));
    }

    [Test]
    public async Task TwoNewPersonsOfOneRegisterAreTwo()
    {
        var rows = "Nama;No HP;Isi Laporan\nSiti Contoh;0811-0000-0001;Lampu jalan di Jalan Juanda padam\nBudi Misal;0811-0000-0001;Halte di depan RSUD roboh atapnya\n";
        var register = new RawItem { File = "register.csv", MediaType = "text/csv", Content = new BytesContent(Encoding.UTF8.GetBytes(rows)) };

        var receipt = await opened.House.Intake.AcceptAsync("dishub-register", null, register, CancellationToken.None);

        var names = new List<string?>();
        foreach (var item in receipt.Items) names.Add(await NameAsync(item.Numbers.Single()));
        Assert.That(names, Is.EqualTo(new[] { "Siti Contoh", "Budi Misal" }));
    }

    private async Task<ComplaintRow> FindAsync(string number) => (await opened.House.Ledger.FindAsync(number, CancellationToken.None))!;

    private async Task<string?> NameAsync(string number)
    {
        var reporter = await opened.House.Ledger.ReporterAsync((await FindAsync(number)).Reporter!, CancellationToken.None);
        return opened.House.Reader.Open(reporter!).Name;
    }
}
