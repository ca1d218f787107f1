using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>Registers through the real intake, as a text and as a workbook.</summary>
[Category("Journey")]
internal sealed class RegisterJourneyTests
{
    private const string Channel = "{key: dishub-register, agency: dishub, kind: register, policy: auto}";

    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    [Test]
    public async Task AWorkbookIsOneBatchAndTheCsvSavedOfItNothingButRepeats()
    {
        await using var gateway = new GatewayProcess(Registries.With(Nowhere, "", Channel));
        var rows = Enumerable.Range(1, 30).ToList();
        var book = Path.Combine(gateway.Data, "Juni.xlsx");
        var text = Path.Combine(gateway.Data, "Juni.csv");
        await File.WriteAllBytesAsync(book, new XlsxFile().Sheet("Juni", ["No|Tanggal|Nama|Uraian", .. rows.Select(i => $"={i}|=46185@1|Warga Contoh {i}|Lampu nomor {i} padam")]).Bytes());
        await File.WriteAllTextAsync(text, "No;Tanggal;Nama;Uraian\n" + string.Concat(rows.Select(i => $"{i};12/06/2026;Warga Contoh {i};Lampu nomor {i} padam\n")));

        var first = (await gateway.RunAsync("import", "register", book, "--channel", "dishub-register", "--json")).Lines().Single();
        var again = (await gateway.RunAsync("import", "register", text, book, "--channel", "dishub-register", "--json")).Lines().Single();

        Assert.That((long)first["complaints"]!, Is.EqualTo(30));
        Assert.That((long)again["outcomes"]!["repeat"]!, Is.EqualTo(60));
        Assert.That((long)again["items"]!, Is.EqualTo(60));
        Assert.That((await gateway.ComplaintsAsync()).Select(row => (string?)row["reasons"]![0]!["code"]), Has.All.EqualTo("batch"));
    }

    [Test]
    public async Task APreviewShowsColumnsAndSumsAndNothingThatAnybodySaid()
    {
        await using var gateway = new GatewayProcess("");
        var folder = Path.Combine(GatewayProcess.Root, "docs", "samples", "register");

        var id = await gateway.RunAsync("inspect", "register", folder, "--preview");
        var en = await gateway.RunAsync("inspect", "register", folder, "--preview", "--lang", "en");

        Assert.That(id.ExitCode, Is.Zero, id.Error);
        Assert.That(id.Output, Does.Contain("Judul tabel di baris 4").And.Contain("F  Uraian Pengaduan  -> isi").And.Contain("Pengaduan: 11 baris").And.Not.Contain("Contoh"));
        Assert.That(en.Output, Does.Contain("The heading is row 4").And.Contain("already-answered: 2"));
    }
}
