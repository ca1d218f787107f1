using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Journal;

namespace Gateway.Tests.Server;

// What a whole journal tells of complaints that are delivered by the backup, or not in it; and by which clock.
internal sealed partial class RestoreTests
{
    private string Survived => Path.Combine(desk.House.JournalFolder, FileDeliveryJournal.FileName);

    [Test]
    public async Task ANumberThatWasCorrectedSinceIsCorrectedAgain()
    {
        var (mistyped, other, untouched) = (await DeliveredAsync("7000001"), await DeliveredAsync("7000002"), await DeliveredAsync("7000005"));
        var backup = await BackupAsync();
        // Each is given the number that another one has by the backup.
        await ByHandAsync(other, "7000003");
        await ByHandAsync(mistyped, "7000002");
        var late = await PostAsync();
        await ByHandAsync(late, "7000001");

        var (exit, said) = await RestoreAsync(backup, "--journal", Survived, "--yes", "--lang", "en");

        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain("2 central numbers are those corrected since").And.Not.Contain("look at the centre, then"));
        await using var house = await OpenAsync();
        foreach (var (number, id) in new[] { (mistyped, "7000002"), (other, "7000003"), (untouched, "7000005") })
            Assert.That((await house.Ledger.FindAsync(number, CancellationToken.None))!.CentralId, Is.EqualTo(id));
        var last = (await house.Ledger.EventsAsync(mistyped, CancellationToken.None))[^1];
        Assert.That((last.Kind, last.By, last.Reasons[0].Detail), Is.EqualTo(("renumbered", ActorKind.Restore, "7000001")));
    }

    [Test]
    public async Task ANumberThatCannotBeCorrectedIsNamed()
    {
        var (wrong, _, doubtful) = (await DeliveredAsync("7000001"), await DeliveredAsync("7000002"), await DeliveredAsync("7000003"));
        var backup = await BackupAsync();
        await ByHandAsync(wrong, "7000002");
        await desk.House.Journal.AppendAsync(Typed(doubtful));

        var (exit, said) = await RestoreAsync(backup, "--journal", Survived, "--yes", "--lang", "en");

        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain($"{wrong}  #7000001 in the ledger, #7000002 by the journal").And.Contain($"{doubtful}  #7000003 in the ledger; by the journal it may have been corrected"));
    }

    [Test]
    public async Task WhatWasDeliveredAndIsNotInTheBackupIsNamed()
    {
        await PostAsync();
        var backup = await BackupAsync();
        var (gone, refused) = (await PostAsync(), await PostAsync());
        await AppendAsync(gone, null, null);
        await AppendAsync(gone, AttemptOutcome.Done, "7000008");
        await AppendAsync(refused, null, null);
        await AppendAsync(refused, AttemptOutcome.Rejected, null);

        var (exit, said) = await RestoreAsync(backup, "--journal", Survived, "--yes", "--lang", "en");

        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain("1 complaints were delivered after the backup").And.Contain($"{gone}  #7000008").And.Not.Contain(refused));
    }

    [Test]
    public async Task WhatWentAsAFollowUpIsNamedAsThat()
    {
        var first = await DeliveredAsync("7000009");
        var backup = await BackupAsync();
        var (posted, refused) = (await PostAsync(), await PostAsync());
        foreach (var (number, outcome) in new[] { (posted, AttemptOutcome.Done), (refused, AttemptOutcome.Rejected) })
            foreach (AttemptOutcome? step in new AttemptOutcome?[] { null, outcome })
                await desk.House.Journal.AppendAsync(new JournalEntry(clock.GetUtcNow(), first, "default", step, null) { Origin = number });

        var (exit, said) = await RestoreAsync(backup, "--journal", Survived, "--yes", "--lang", "en");

        Assert.That(exit, Is.Zero, said);
        Assert.That(said, Does.Contain("1 follow-ups were posted").And.Contain($"  {posted}  as a follow-up of {first} (#7000009)").And.Not.Contain(refused));
        Assert.That(said, Does.Not.Contain("complaints were delivered after the backup").And.Not.Contain("#?"));
    }

    [Test]
    public async Task ASendWithoutANumberContradictsNone()
    {
        var found = await DeliveredAsync("7000004");
        var backup = await BackupAsync();
        await AppendAsync(found, null, null);
        await AppendAsync(found, AttemptOutcome.Unknown, null);

        var (exit, said) = await RestoreAsync(backup, "--journal", Survived, "--yes", "--lang", "en");

        Assert.That((exit, said.Contains(found, StringComparison.Ordinal)), Is.EqualTo((0, false)), said);
    }

    [TestCase("backup", "saat cadangan dibuat")]
    [TestCase("journal", "baris terakhir jurnal")]
    [TestCase("event", "kejadian di ledger")]
    public async Task AClockThatIsBehindRestoresNothing(string what, string told)
    {
        var number = await PostAsync();
        if (what == "event") await desk.DamageAsync("UPDATE events SET at = at + 86400000000 WHERE position = (SELECT max(position) FROM events)");
        if (what == "backup") clock.Advance(TimeSpan.FromHours(3));
        var backup = await BackupAsync();
        clock.Advance(what == "journal" ? TimeSpan.FromHours(3) : TimeSpan.Zero);
        await AppendAsync(number, null, null);

        var (exit, said) = await RestoreAsync(backup, "--journal", Survived, "--yes");

        Assert.That((exit, File.Exists(Path.Combine(restored, "gateway.db"))), Is.EqualTo((2, false)), said);
        Assert.That(said, Does.Contain("Jam komputer ini").And.Contain(told));
    }

    [Test]
    public async Task AnEventOfAClockThatWasPutRightSinceRefusesNothing()
    {
        await PostAsync();
        await desk.DamageAsync("UPDATE events SET at = at + 31536000000000 WHERE position = (SELECT max(position) FROM events)");
        await PostAsync();
        var backup = await BackupAsync();
        clock.Advance(TimeSpan.FromHours(1));

        var (exit, said) = await RestoreAsync(backup, "--yes");

        Assert.That(exit, Is.Zero, said);
    }

    private JournalEntry Typed(string number) => new(clock.GetUtcNow(), number, "default", null, null) { ByHand = true, Attempt = Guid.NewGuid().ToString("N") };

    private async Task ByHandAsync(string number, string id)
    {
        var begun = Typed(number);
        await desk.House.Journal.AppendAsync(begun);
        await desk.House.Journal.AppendAsync(begun with { Outcome = AttemptOutcome.Done, CentralId = id });
    }

    private async Task<string> DeliveredAsync(string id)
    {
        var number = await PostAsync();
        await desk.RunAsync("complaints", "hold", number);
        // The next look at the centre has its turn.
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await desk.RunAsync("complaints", "delivered", number, id)).Exit, Is.Zero);
        return number;
    }
}
