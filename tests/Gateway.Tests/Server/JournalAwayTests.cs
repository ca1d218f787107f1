using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Journal;
using Gateway.Server.Composition;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>The disk of the delivery journal was away for a while: that is told, and no restore sends again what the journal misses.</summary>
[SupportedOSPlatform("linux")]
internal sealed class JournalAwayTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private ForwardingHouse house = null!;

    [SetUp]
    public async Task Open() => house = await ForwardingHouse.OpenAsync("", Registries.Form);

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    private string Journal => Path.Combine(house.Opened.Data, "journal");

    private string Disk => Path.Combine(house.Opened.Data, "cakram");

    private string File => Path.Combine(Journal, FileDeliveryJournal.FileName);

    [Test]
    public async Task AJournalWithAGapRestoresNothing()
    {
        await SendAsync("Kartini");
        var forgotten = await PostAsync("Antasari");
        var backup = await BackupAsync();
        await house.Opened.CloseAsync();
        Directory.Move(Journal, Disk);
        await house.Opened.OpenAsync();
        Assert.That(await DoctorAsync(), Does.Contain("!!  Jurnal pengiriman").And.Contain("tidak ada, padahal ledger ini sudah mengirim"));
        await house.ReopenAsync(_ => { });
        await house.Forwarder.ForwardAsync(forgotten, Ct);
        Assert.That((await house.FindAsync(forgotten)).State, Is.EqualTo(ComplaintState.Delivered), "sending goes on");
        Assert.That(await DoctorAsync(), Does.Contain("baru dimulai"));
        await house.Opened.CloseAsync();
        MountAgain();
        await house.Opened.OpenAsync();
        Assert.That(await DoctorAsync(), Does.Contain("bukan yang terakhir ditulis ledger ini"));
        await house.ReopenAsync(_ => { });
        await SendAsync("Pahlawan");

        await house.Opened.CloseAsync();
        foreach (var ledger in Directory.GetFiles(house.Opened.Data, "gateway.db*")) System.IO.File.Delete(ledger);
        var journals = Directory.GetFiles(Journal, "creates.jsonl*");
        Assert.That(journals, Has.Length.EqualTo(2), "the one that was away, and the one that was begun then");
        foreach (var journal in journals)
        {
            var (exit, said) = await house.RunAloneAsync("restore", backup, "--journal", journal, "--yes", "--by", "Rina");
            Assert.That((exit, said.Contains("tanpa --journal", StringComparison.Ordinal)), Is.EqualTo((1, true)), $"{journal}: {said}");
        }
    }

    [Test]
    public async Task ABackupMakesANewJournalGood()
    {
        await SendAsync("Kartini");
        await house.ReopenAsync(_ => Directory.Delete(Journal, recursive: true));
        await SendAsync("Antasari");
        Assert.That(await DoctorAsync(), Does.Contain("baru dimulai"));

        await BackupAsync();

        Assert.That(await DoctorAsync(), Does.Not.Contain("Jurnal pengiriman /"));
        await SendAsync("Pahlawan");
        await System.IO.File.WriteAllTextAsync(File, (await System.IO.File.ReadAllTextAsync(File)).Replace("7000003", "7000009", StringComparison.Ordinal));
        Assert.That(await DoctorAsync(), Does.Contain("rusak"), "a line since the backup was changed");
    }

    [Test]
    public async Task AJournalThatIsDeletedMeanwhileIsInTheBackup()
    {
        await SendAsync("Kartini");
        System.IO.File.Delete(File);
        Assert.That(await DoctorAsync(), Does.Contain("tidak ada, padahal"));

        var backup = await BackupAsync();

        Assert.That((long)JsonNode.Parse(await System.IO.File.ReadAllTextAsync(Path.Combine(backup, "backup.json")))!["journal"]!["n"]!, Is.EqualTo(2));
        Assert.That(await System.IO.File.ReadAllLinesAsync(File), Has.Length.EqualTo(3));
        Assert.That(await DoctorAsync(), Does.Not.Contain("Jurnal pengiriman /"));
    }

    [Test]
    public async Task TheJournalOfAnotherGatewayIsNotTouched()
    {
        await SendAsync("Kartini");
        await house.Opened.CloseAsync();
        var before = await System.IO.File.ReadAllBytesAsync(File);
        await using var other = await OpenedHouse.NewAsync(null, Registries.Form);
        await other.CloseAsync();
        Directory.CreateDirectory(Path.Combine(other.Data, "journal"));
        System.IO.File.Copy(File, Path.Combine(other.Data, "journal", FileDeliveryJournal.FileName));
        await other.OpenAsync();

        var refused = Assert.Throws<CommandException>(() => _ = other.House.Journal);

        Assert.That((refused.ExitCode, refused.Message.Contains("milik ledger lain", StringComparison.Ordinal)), Is.EqualTo((4, true)), refused.Message);
        Assert.That(await System.IO.File.ReadAllBytesAsync(Path.Combine(other.Data, "journal", FileDeliveryJournal.FileName)), Is.EqualTo(before));
    }

    private void MountAgain()
    {
        Directory.Delete(Journal, recursive: true);
        Directory.Move(Disk, Journal);
    }

    private async Task<string> DoctorAsync() => (await house.RunAsync("doctor")).Output;

    private Task<string> PostAsync(string street) => house.Opened.PostAsync(OlderLedger.Text(street));

    private async Task SendAsync(string street)
    {
        var number = await PostAsync(street);
        await house.Forwarder.ForwardAsync(number, Ct);
        Assert.That((await house.FindAsync(number)).State, Is.EqualTo(ComplaintState.Delivered));
    }

    private async Task<string> BackupAsync()
    {
        var (exit, said) = await house.RunAsync("backup", "cadangan", "--json");
        Assert.That(exit, Is.Zero, said);
        return (string)JsonNode.Parse(said)!["path"]!;
    }
}
