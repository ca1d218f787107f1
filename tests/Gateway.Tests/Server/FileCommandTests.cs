using System.Runtime.Versioning;
using System.Text;
using Gateway.Contracts;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>An officer opens a file of a complaint, as it came or as it goes, and has files made ready again.</summary>
[SupportedOSPlatform("linux")]
internal sealed class FileCommandTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DeskHouse desk = null!;

    [SetUp]
    public async Task Open() => desk = await DeskHouse.OpenAsync();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task GivesTheOriginalOrWhatIsSentToItsOwnerAloneAndRecordsIt()
    {
        var photo = SomePicture.OfPhone();
        var number = await desk.PostAsync("Jalan di depan pasar rusak.", ("foto.jpg", photo));

        var original = await desk.RunAsync("complaints", "file", number, "1", "--out", "asli.jpg", "--by", "Rina");
        var sent = await desk.RunAsync("complaints", "file", number, "1", "--out", "kirim.jpg", "--sent", "--by", "Rina");

        Assert.That((original.Exit, sent.Exit), Is.EqualTo((0, 0)), original.Output + sent.Output);
        Assert.That(await File.ReadAllBytesAsync(desk.PathOf("asli.jpg"), Ct), Is.EqualTo(photo));
        Assert.That(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(desk.PathOf("kirim.jpg"), Ct)), Does.Not.Contain("TELEPON RAHASIA"));
        Assert.That(File.GetUnixFileMode(desk.PathOf("asli.jpg")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(await ViewsAsync(number), Is.EqualTo(new[] { "Rina", "Rina" }));
    }

    [Test]
    public async Task OverwritesNothingAndSaysWhatThereIsNot()
    {
        var number = await desk.PostAsync("Jalan di depan pasar rusak.", ("suara.opus", Encoding.ASCII.GetBytes("OggS\0\u0002 suara")));
        var there = desk.Write("ada.opus", "lama");

        foreach (var (arguments, words) in new (string[], string)[]
        {
            ([number, "1", "--out", "ada.opus"], "tidak ditimpa"),
            ([number, "2", "--out", "baru.opus"], "tidak ada lampiran 2"),
            ([number, "1", "--out", "baru.opus", "--sent"], "tidak menerima jenis"),
            ([number, "0", "--out", "baru.opus", "--sent"], "tidak ada berkas 0"),
        })
        {
            var (exit, output) = await desk.RunAsync(["complaints", "file", .. arguments]);
            Assert.That(exit, Is.GreaterThan(0));
            Assert.That(output, Does.Contain(words));
        }

        Assert.That(await File.ReadAllTextAsync(there, Ct), Is.EqualTo("lama"));
        Assert.That(File.Exists(desk.PathOf("baru.opus")), Is.False);
        Assert.That(await ViewsAsync(number), Is.Empty);
    }

    [Test]
    public async Task ADamagedFileLeavesNoHalfOfItBehind()
    {
        var number = await desk.PostAsync("Jalan di depan pasar rusak.", ("surat.pdf", Encoding.ASCII.GetBytes("%PDF-1.4 surat")));
        await desk.DamageAsync("UPDATE attachments SET inline = x'00'");

        var (exit, output) = await desk.RunAsync("complaints", "file", number, "1", "--out", "surat.pdf");

        Assert.That((exit, File.Exists(desk.PathOf("surat.pdf"))), Is.EqualTo((1, false)));
        Assert.That(output, Does.Contain("tidak dapat dibaca dari penyimpanan"));
    }

    [Test]
    public async Task WhatAccusesAnOfficeIsOpenedByThePenelaahAlone()
    {
        var number = await desk.PostAsync("Petugas loket Samsat minta 50 ribu supaya berkas saya cepat, tanpa kuitansi.", ("surat.pdf", Encoding.ASCII.GetBytes("%PDF-1.4 surat")));
        Assert.That((await desk.FindAsync(number)).Supervised, Is.True);

        Assert.That((await desk.RunAsync("complaints", "file", number, "1", "--out", "a.pdf")).Exit, Is.EqualTo(1));
        Assert.That(File.Exists(desk.PathOf("a.pdf")), Is.False);
        Assert.That((await desk.RunAsync("complaints", "file", number, "1", "--out", "a.pdf", "--penelaah", "Sari")).Exit, Is.Zero);
    }

    [Test]
    public async Task APictureThatWasGivenUpIsMadeReadyAgain()
    {
        var number = await desk.PostAsync("Jalan di depan pasar rusak.", ("foto.jpg", SomePicture.Photo(60, 40)));
        var ready = (await desk.House.Ledger.SentFilesAsync(number, Ct)).Single();
        await desk.House.Ledger.KeepSentAsync(number, [ready with { Payload = null, Hash = null, Refusal = new Reason("picture-interrupted", "1: jpg") }], Ct);

        var early = await desk.RunAsync("complaints", "prepare", number);
        await desk.RunAsync("complaints", "hold", number);
        var (exit, output) = await desk.RunAsync("complaints", "prepare", number, "--by", "Rina");

        Assert.That((early.Exit, exit), Is.EqualTo((1, 0)), early.Output + output);
        Assert.That(output, Does.Contain("-> lampiran-1.jpg").And.Contain("complaints release " + number));
        Assert.That((await desk.House.Ledger.SentFilesAsync(number, Ct)).Single().Refusal, Is.Null);
        Assert.That((await desk.House.Ledger.EventsAsync(number, Ct)).Select(happened => happened.Kind), Does.Contain("files-prepared"));
    }

    [Test]
    public async Task WhatIsSentIsShownAsItIsAfterAnEdit()
    {
        var number = await LongAsync();
        await desk.RunAsync("complaints", "hold", number);
        await desk.RunAsync("complaints", "edit", number, "--set", "judul=Lampu Jalan Anggrek");

        await desk.RunAsync("complaints", "file", number, "0", "--sent", "--out", "isi.pdf");

        Assert.That(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(desk.PathOf("isi.pdf"), Ct)), Does.Contain("Lampu Jalan Anggrek"));
    }

    [Test]
    public async Task ThePageMarksWhereTheTextOfTheCentreEnds()
    {
        var lines = (await desk.RunAsync("complaints", "show", await LongAsync())).Output.Split('\n').ToList();

        var mark = lines.FindIndex(line => line.Contains("dipotong di sini", StringComparison.Ordinal));

        Assert.That(lines[mark - 1], Does.EndWith(" mati."));
        Assert.That(lines[mark + 1], Does.StartWith("  Lampu nomor"));
    }

    private Task<string> LongAsync() => desk.PostAsync(string.Concat(Enumerable.Range(1, 400).Select(i => $"Lampu nomor {i} mati. ")), []);

    private async Task<IEnumerable<string>> ViewsAsync(string number) =>
        (await desk.House.Ledger.EventsAsync(number, Ct)).Where(happened => happened.Kind == "file-viewed").Select(happened => happened.Actor);
}
