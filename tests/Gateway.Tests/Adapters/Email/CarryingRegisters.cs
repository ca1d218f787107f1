using System.Text.Json.Nodes;
using Gateway.Adapters.Email;
using Gateway.Adapters.Register;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Email;

/// <summary>A register that an officer mails in ends at the register's own translator, workbook or not.</summary>
internal sealed class CarryingRegisters
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("gateway-carrier-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("Register Juni.xlsx")]
    [TestCase("Juni 2026.xlsx")]
    public async Task AWorkbookOfACarrierIsReadAsARegister(string name)
    {
        var book = new XlsxFile().Sheet("A", ["No|Tanggal|Nama|No HP|Uraian Pengaduan", "=1|=46185@1|Siti Contoh|=81100000301|Lampu padam"]).Bytes();

        var accepted = await TakeAsync(name, book);

        Assert.That(accepted, Has.Count.EqualTo(2));
        var row = new RegisterAdapter().Translator.Translate(accepted[0].Raw with { Content = new BytesContent(accepted[0].Bytes) }, Register).Single();
        Assert.That(row.Complaints.Single().Isi, Is.EqualTo("Lampu padam"));
        Assert.That(row.Reporter?.Phone, Is.EqualTo("081100000301"));
        Assert.That(accepted[1].Raw.Evidence["carried-to"], Is.EqualTo("dishub-register"));
    }

    [Test]
    public async Task AnyOtherWorkbookStaysWithItsMail()
    {
        var book = new XlsxFile().Sheet("A", ["Nama|Alamat|No HP", "Siti Contoh|Samarinda|0811-0000-0301"]).Bytes();

        var accepted = await TakeAsync("daftar.xlsx", book);

        Assert.That(accepted, Has.Count.EqualTo(1));
        Assert.That(accepted[0].Raw.Evidence.Keys, Has.None.EqualTo("carried-to"));
    }

    [Test]
    public async Task AWorkbookOfThousandsOfFilesIsNotOpenedToLookWhatItIs()
    {
        var book = new XlsxFile().Sheet("A", ["No|Tanggal|Nama|No HP|Uraian Pengaduan"]);
        for (var i = 0; i < 5_000; i++) book.Part($"xl/media/{i}", "");

        Assert.That(await TakeAsync("Juni 2026.xlsx", book.Bytes()), Has.Count.EqualTo(1));
    }

    private static Channel Register => new() { Key = "dishub-register", Agency = "dishub", Kind = "register" };

    private async Task<IReadOnlyList<(RawItem Raw, string? Round, byte[] Bytes)>> TakeAsync(string name, byte[] book)
    {
        var attached = $"Content-Type: {Type}; name=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\r\n"
            + Convert.ToBase64String(book, Base64FormattingOptions.InsertLineBreaks);
        await File.WriteAllTextAsync(Path.Combine(_folder, "1.eml"), Letters.Parts("Content-Type: text/plain\r\n\r\nTerlampir register bulan ini.", attached));
        var channel = Letters.Channel with
        {
            Settings = new JsonObject { ["path"] = _folder, ["carriers"] = new JsonArray(new JsonObject { ["from"] = "budi@warga.example", ["channel"] = "dishub-register" }) },
        };
        var intake = new IntakeRecorder();
        var source = new EmailAdapter().OpenSource(channel, new SourceContext(_folder, _ => "", TimeProvider.System))!;
        await using (source)
        {
            var memory = new BookInMemory();
            await source.StepAsync(intake, memory, CancellationToken.None);
            await source.StepAsync(intake, memory, CancellationToken.None);
        }

        return intake.Accepted;
    }
}
