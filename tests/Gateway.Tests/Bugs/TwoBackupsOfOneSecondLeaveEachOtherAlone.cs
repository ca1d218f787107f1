using Gateway.Server.Composition;
using Gateway.Server.Words;
using Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Bugs;

/// <summary>
/// Backups that begin in the same second have one name. They shared the folder they wrote to, and the one that failed deleted it while the
/// other, which said "verified", was writing.
/// </summary>
internal sealed class TwoBackupsOfOneSecondLeaveEachOtherAlone
{
    [Test]
    public async Task OneIsWholeAndTheOthersSayThatItIsThere()
    {
        await using var desk = await DeskHouse.OpenAsync(new FakeTimeProvider(Some.Noon));
        await desk.PostAsync("""{"isi":"Lampu jalan di Jl. Kartini depan SDN 003 mati sejak Senin."}""");
        var folder = Directory.CreateDirectory(desk.PathOf("cadangan")).FullName;

        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.RunAsync("backup", "cadangan"))));

        var told = string.Join('\n', runs.Select(run => run.Output));
        Assert.That(runs.Select(run => run.Exit), Is.EquivalentTo(new[] { 0, 2, 2, 2, 2, 2 }), told);
        Assert.That(runs.Where(run => run.Exit == 2).Select(run => run.Output), Has.All.Contains("sudah ada"));
        Assert.That(Directory.GetDirectories(folder), Has.Length.EqualTo(1), "nothing half is left");
        Assert.That(new BackupFolder(Directory.GetDirectories(folder)[0]).Examine(WordList.In("id")).Complaints, Is.EqualTo(1));
    }
}
