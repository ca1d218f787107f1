using System.Text.Json.Nodes;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Server.Commands;
using Gateway.Server.Composition;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Server;

/// <summary>
/// <c>gateway backup</c> and <c>restore</c>: what was sent after the backup was made is never sent again. With a whole journal only what is in
/// doubt is unknown, without one everything that is not delivered.
/// </summary>
internal sealed partial class RestoreTests
{
    // The restore itself goes by the clock of the machine: the backup is older, what comes later is later.
    private FakeTimeProvider clock = null!;

    private DeskHouse desk = null!;
    private string restored = "";

    [SetUp]
    public async Task Open()
    {
        clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(-2));
        posts = 0;
        desk = await DeskHouse.OpenAsync(clock);
        restored = Directory.CreateTempSubdirectory("gateway-restored-").FullName;
    }

    [TearDown]
    public async Task Close()
    {
        await desk.DisposeAsync();
        Directory.Delete(restored, recursive: true);
    }

    [Test]
    public async Task WithoutAJournalNothingThatIsNotDeliveredIsKnown()
    {
        var (queued, held, discarded) = (await PostAsync(), await PostAsync(), await PostAsync());
        await desk.RunAsync("complaints", "hold", held);
        await desk.RunAsync("complaints", "discard", discarded, "--reason", "bukan pengaduan");
        var backup = await BackupAsync();

        var (exit, said) = await RestoreAsync(backup, "--yes");

        Assert.That(exit, Is.Zero, said);
        await using (var house = await OpenAsync())
        {
            foreach (var number in new[] { queued, held, discarded })
            {
                var row = (await house.Ledger.FindAsync(number, CancellationToken.None))!;
                Assert.That((row.State, row.Reasons[0].Code), Is.EqualTo((ComplaintState.Unknown, "restored")));
            }

            Assert.That((await house.Ledger.DestinationAsync("default", CancellationToken.None))!.State, Is.EqualTo(DestinationState.Paused));

            Assert.That((await SettleAsync(house, held)).Output, Does.Contain("belum boleh"), "what was sent just before the disk broke may still be stored");
            clock.Advance(TimeSpan.FromHours(5));
            foreach (var number in new[] { queued, held, discarded }) Assert.That((await SettleAsync(house, number)).Exit, Is.Zero);
            Assert.That(
                await Task.WhenAll(new[] { queued, held, discarded }.Select(async number => (await house.Ledger.FindAsync(number, CancellationToken.None))!.State)),
                Is.EqualTo(new[] { ComplaintState.Queued, ComplaintState.Held, ComplaintState.Discarded }), "where they stood");
        }
    }

    [Test]
    public async Task NothingIsRestoredBeforeAPersonIsSure()
    {
        await PostAsync();
        var backup = await BackupAsync();

        var (exit, said) = await RestoreAsync(backup, []);

        Assert.That((exit, File.Exists(Path.Combine(restored, "gateway.db"))), Is.EqualTo((2, false)), said);
        Assert.That(said, Does.Contain("--yes").And.Contain(restored).And.Contain("semua yang belum tersampaikan menjadi belum diketahui"));
        Assert.That((await RestoreAsync(desk.PathOf("cadangan"), "--yes")).Output, Does.Contain("bukan folder cadangan yang utuh").And.Not.Contain("Could not find"));
    }

    [Test]
    public async Task AnAuditorSeesThatTheLedgerWasRestored()
    {
        await PostAsync();
        var backup = await BackupAsync();
        clock.Advance(TimeSpan.FromHours(2));
        Assert.That((await RestoreAsync(backup, "--yes")).Exit, Is.Zero);

        await using var house = await OpenAsync();
        var (exit, sums) = await RunAsync(house, ["audit", "completeness"]);
        var log = (await RunAsync(house, ["audit", "log"])).Output;
        var before = (await RunAsync(house, ["audit", "completeness", "--from", "2020-01-01", "--to", "2020-01-02"])).Output;

        Assert.That(exit, Is.EqualTo(1), "what came in between may be missing");
        Assert.That(sums, Does.Contain("!! Ledger dipulihkan dari cadangan").And.Contain("oleh Rina"));
        Assert.That(log, Does.StartWith("!! Ledger dipulihkan dari cadangan"));
        Assert.That(before, Does.Not.Contain("dipulihkan"));
    }

    [TestCase("Petugas di loket meminta uang pelicin lima puluh ribu supaya SIM saya cepat jadi.", "berkadar-pengawasan")]
    [TestCase("Lampu jalan di Jl. Kartini tiang nomor 1 mati sejak Senin, gelap sekali.", "same-content")]
    public async Task WhatWasHeldComesBackWithItsReasons(string isi, string code)
    {
        await PostAsync();
        var held = await desk.PostAsync($$"""{"isi":"{{isi}}","nama":"Budi Contoh"}""");
        await desk.RunAsync("complaints", "hold", held, "--penelaah", "Sari");
        var before = await desk.FindAsync(held);
        Assert.That(before.State, Is.EqualTo(ComplaintState.Held));
        Assert.That(before.Reasons.Select(reason => reason.Code), Does.Contain(code));
        Assert.That((await RestoreAsync(await BackupAsync(), "--yes")).Exit, Is.Zero);
        await using var house = await OpenAsync();
        clock.Advance(TimeSpan.FromHours(5));

        var (exit, said) = await RunAsync(house, ["unknown", "settle", held, "--not-delivered", "--penelaah", "Sari", "--reason", "tidak ada di daftar"]);

        var row = (await house.Ledger.FindAsync(held, CancellationToken.None))!;
        Assert.That((exit, row.State, row.Reasons[0].Code), Is.EqualTo((0, ComplaintState.Held, "settled-not-delivered")), said);
        Assert.That(row.Reasons.Select(reason => reason.Code), Does.Contain(code));
        Assert.That((await RunAsync(house, ["complaints", "show", held])).Exit == 0, Is.EqualTo(code != "berkadar-pengawasan"), "what accuses stays hidden");
    }

    [Test]
    public async Task WhatComesAgainFromTheForgottenTimeIsHeld()
    {
        await PostAsync();
        var backup = await BackupAsync();
        var sent = clock.GetUtcNow() + TimeSpan.FromMinutes(30);
        Assert.That((await RestoreAsync(backup, "--yes")).Exit, Is.Zero);
        await using var house = await OpenAsync();
        clock.Advance(TimeSpan.FromHours(4));

        var forgotten = await MailAsync(house, sent, "Jalan berlubang di Jl. Antasari dekat pasar, sudah dua orang jatuh.");
        var old = await MailAsync(house, sent.AddDays(-30), "Halte di depan RSUD bocor sejak bulan lalu, penumpang kehujanan.");
        var later = await MailAsync(house, clock.GetUtcNow(), "Lampu lalu lintas simpang Lembuswana mati sejak kemarin.");

        Assert.That((forgotten.State, forgotten.Reasons[0].Code), Is.EqualTo((ComplaintState.Held, "came-before-restore")));
        var post = await PostAsync(house);
        Assert.That(post.Reasons.Select(reason => reason.Code), Has.None.EqualTo("came-before-restore"), "a post comes straight from its sender");
        Assert.That((old.State, old.Reasons[0].Code), Is.EqualTo((ComplaintState.Held, "came-before-restore")), "an old date does not tell when it came in");
        Assert.That(later.Reasons.Select(reason => reason.Code), Has.None.EqualTo("came-before-restore"));
    }

    [Test]
    public async Task WhatIsNoWholeBackupIsRefusedAndNothingIsLeftOpen()
    {
        await PostAsync();
        var backup = await BackupAsync();
        var (again, told) = await RestoreAsync(backup, "--yes");
        Assert.That(again, Is.Zero, told);
        Assert.That((await RestoreAsync(backup, "--yes")).Exit, Is.EqualTo(2), "there is a ledger already");

        await File.AppendAllTextAsync(Path.Combine(backup, "gateway.db"), "x");
        File.Delete(Path.Combine(restored, "gateway.db"));
        Assert.That((await RestoreAsync(backup, "--yes")).Exit, Is.EqualTo(3), "changed since");
        File.Delete(Path.Combine(backup, "backup.json"));
        Assert.That((await RestoreAsync(backup, "--yes")).Exit, Is.EqualTo(3), "no manifest");
        Assert.That(File.Exists(Path.Combine(restored, "gateway.db")), Is.False);
    }

    [Test]
    public async Task AnotherKeyOpensNoBackup()
    {
        await PostAsync();
        var backup = await BackupAsync();
        Assert.That((await RestoreAsync(backup, withKey: false, "--yes")).Exit, Is.EqualTo(4), "without its key");
        await File.WriteAllBytesAsync(Path.Combine(restored, "master.key"), new byte[32]);

        Assert.That((await RestoreAsync(backup, withKey: false, "--yes")).Exit, Is.EqualTo(4));
        Assert.That(File.Exists(Path.Combine(restored, "gateway.db")), Is.False, "nothing can be started on it");
    }

    [Test]
    public async Task DoctorAsksForABackup()
    {
        await PostAsync();
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("!!  Belum pernah ada cadangan"));
        await BackupAsync();
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("ok  Cadangan terakhir"));
        clock.Advance(TimeSpan.FromDays(3));
        Assert.That((await desk.RunAsync("doctor")).Output, Does.Contain("!!  Cadangan terakhir"));
    }

    private static async Task<ComplaintRow> PostAsync(House house)
    {
        var ct = CancellationToken.None;
        var raw = new Gateway.Contracts.Intake.RawItem { File = "post", MediaType = "application/json", Content = new Gateway.Contracts.BytesContent("""{"isi":"Trotoar di Jl. Pahlawan rusak sejak Kamis, kursi roda tidak bisa lewat."}"""u8.ToArray()) };
        var number = "";
        await house.Intake.AcceptAsync("dishub-form", null, raw, item => number = item.Numbers.Single(), ct);
        await house.JudgeAsync(ct);
        return (await house.Ledger.FindAsync(number, ct))!;
    }

    private int posts;

    private Task<string> PostAsync() => desk.PostAsync($$"""{"isi":"Lampu jalan di Jl. Kartini tiang nomor {{++posts}} mati sejak Senin, gelap sekali."}""");

    private async Task<string> BackupAsync()
    {
        var (refused, why) = await desk.RunAsync("backup", "cadagan/malam");
        Assert.That((refused, Directory.Exists(desk.PathOf("cadagan")), why.Contains("salah ketik", StringComparison.Ordinal)), Is.EqualTo((2, false, true)), why);
        var (exit, said) = await desk.RunAsync("backup", "cadangan", "--json");
        Assert.That(exit, Is.Zero, said);
        return (string)JsonNode.Parse(said)!["path"]!;
    }

    private Task<(int Exit, string Output)> RestoreAsync(string backup, params string[] more) => RestoreAsync(backup, withKey: true, more);

    private async Task<(int Exit, string Output)> RestoreAsync(string backup, bool withKey, params string[] more)
    {
        if (withKey) File.Copy(desk.PathOf("master.key"), Path.Combine(restored, "master.key"), overwrite: true);
        return await RunAsync(null, ["restore", backup, "--data", restored, "--by", "Rina", .. more]);
    }

    private Task<(int Exit, string Output)> SettleAsync(House house, string number) =>
        RunAsync(house, ["unknown", "settle", number, "--not-delivered", "--reason", "tidak ada di daftar"]);

    private async Task<(int Exit, string Output)> RunAsync(House? house, string[] args)
    {
        await using var written = new StringWriter();
        var exit = await CommandRunner.RunAsync(args, new CommandContext(written, written, restored, "tester", house, Interactive: false), CancellationToken.None);
        return (exit, written.ToString());
    }

    private Task<House> OpenAsync() =>
        House.OpenAsync(new GatewaySettings { DataDirectory = restored }, clock, NullLoggerFactory.Instance, CancellationToken.None);

    private static async Task<ComplaintRow> MailAsync(House house, DateTimeOffset received, string text)
    {
        var mail = $"From: Wahyu Contoh <wahyu@warga.example>\r\nTo: pengaduan@dishub.example\r\nSubject: Pengaduan\r\nMessage-ID: <{Guid.NewGuid()}@warga.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n";
        var ct = CancellationToken.None;
        var round = await house.Intake.OpenRoundAsync("dishub-email", "import", ct);
        var number = "";
        await house.Intake.AcceptAsync(
            "dishub-email", round,
            new() { File = "surel.eml", MediaType = "message/rfc822", Received = received, Content = new Gateway.Contracts.BytesContent(System.Text.Encoding.UTF8.GetBytes(mail)) },
            item => number = item.Numbers.Single(), ct);
        await house.Intake.CloseRoundAsync(round, ct);
        await house.JudgeAsync(ct);
        return (await house.Ledger.FindAsync(number, ct))!;
    }
}
