using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Core;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Journal;

namespace Gateway.Tests.Server;

// What a whole delivery journal tells of the time that the backup does not know.
internal sealed partial class RestoreTests
{
    [Test]
    public async Task AWholeJournalSettlesWhatItKnows()
    {
        var (delivered, doubtful, refused, untouched, byHand) = (await PostAsync(), await PostAsync(), await PostAsync(), await PostAsync(), await PostAsync());
        await desk.House.Journal.AppendAsync(new JournalEntry(clock.GetUtcNow(), "G000", "default", null, null));
        var backup = await BackupAsync();
        await AppendAsync(delivered, null, null);
        await AppendAsync(delivered, AttemptOutcome.Done, "7000001");
        await AppendAsync(doubtful, null, null);
        await AppendAsync(refused, null, null);
        await AppendAsync(refused, AttemptOutcome.Rejected, null);
        await desk.RunAsync("complaints", "hold", byHand);
        Assert.That((await desk.RunAsync("complaints", "delivered", byHand, "7000009")).Exit, Is.Zero);

        var (exit, said) = await RestoreAsync(backup, "--journal", Path.Combine(desk.House.JournalFolder, FileDeliveryJournal.FileName), "--yes");

        Assert.That(exit, Is.Zero, said);
        await using var house = await OpenAsync();
        async Task<(ComplaintState State, string? Id)> StandsAsync(string number) =>
            await house.Ledger.FindAsync(number, CancellationToken.None) is { } row ? (row.State, row.CentralId) : throw new AssertionException(number);
        Assert.That(await StandsAsync(delivered), Is.EqualTo((ComplaintState.Delivered, "7000001")));
        Assert.That(await StandsAsync(byHand), Is.EqualTo((ComplaintState.Delivered, "7000009")));
        Assert.That(await StandsAsync(doubtful), Is.EqualTo((ComplaintState.Unknown, (string?)null)));
        Assert.That(await StandsAsync(refused), Is.EqualTo((ComplaintState.Queued, (string?)null)));
        Assert.That(await StandsAsync(untouched), Is.EqualTo((ComplaintState.Queued, (string?)null)));
    }

    [Test]
    public async Task ANumberThatWasRefusedByHandClearsNoDoubt()
    {
        var number = await PostAsync();
        await desk.House.Journal.AppendAsync(new JournalEntry(clock.GetUtcNow(), "G000", "default", null, null));
        var backup = await BackupAsync();
        await AppendAsync(number, null, null);
        await AppendAsync(number, AttemptOutcome.Unknown, null);
        await desk.DamageAsync($"UPDATE complaints SET state = 'unknown' WHERE number = '{number}'");
        var lines = desk.House.JournalPosition!.N;

        Assert.That((await desk.RunAsync("complaints", "delivered", number, "7000009", "--unverified")).Output, Does.Contain($"./gateway unknown show {number}"));

        Assert.That(desk.House.JournalPosition!.N, Is.EqualTo(lines), "nothing is written about what is refused");
        Assert.That((await RestoreAsync(backup, "--journal", Path.Combine(desk.House.JournalFolder, FileDeliveryJournal.FileName), "--yes")).Exit, Is.Zero);
        await using var house = await OpenAsync();
        Assert.That((await house.Ledger.FindAsync(number, CancellationToken.None))!.State, Is.EqualTo(ComplaintState.Unknown), "it would go twice");
    }

    [Test]
    public async Task WhatWasPostedAsAFollowUpSinceIsNotSentAsAComplaint()
    {
        var (first, held, queued, refused, untouched) = (await PostAsync(), await PostAsync(), await PostAsync(), await PostAsync(), await PostAsync());
        Assert.That((await desk.RunAsync("complaints", "delivered", first, "7000009")).Exit, Is.Zero);
        await desk.RunAsync("complaints", "hold", held);
        var backup = await BackupAsync();
        // Linked by an officer after the backup, and posted.
        foreach (var (number, outcome) in new[] { (held, AttemptOutcome.Done), (queued, AttemptOutcome.Unknown), (refused, AttemptOutcome.Rejected) })
        {
            await desk.House.Journal.AppendAsync(new JournalEntry(clock.GetUtcNow(), first, "default", null, null) { Origin = number });
            await desk.House.Journal.AppendAsync(new JournalEntry(clock.GetUtcNow(), first, "default", outcome, null) { Origin = number });
        }

        var (exit, said) = await RestoreAsync(backup, "--journal", Path.Combine(desk.House.JournalFolder, FileDeliveryJournal.FileName), "--yes");

        Assert.That(exit, Is.Zero, said);
        await using var house = await OpenAsync();
        async Task<ComplaintRow> RowAsync(string number) => (await house.Ledger.FindAsync(number, CancellationToken.None))!;
        foreach (var number in new[] { held, queued })
        {
            var row = await RowAsync(number);
            Assert.That((row.State, row.Reasons[^1].Code, row.Reasons[^1].Detail), Is.EqualTo((ComplaintState.Unknown, "posted-since-backup", first)));
        }

        Assert.That(((await RowAsync(first)).State, (await RowAsync(first)).CentralId), Is.EqualTo((ComplaintState.Delivered, "7000009")));
        Assert.That(((await RowAsync(refused)).State, (await RowAsync(untouched)).State), Is.EqualTo((ComplaintState.Queued, ComplaintState.Queued)));
        Assert.That((await RunAsync(house, ["unknown", "show", held, "--lang", "en"])).Output, Does.Contain("a create began"), "the journal tells of it");

        // A list of complaints shows no follow-ups.
        clock.Advance(TimeSpan.FromHours(9));
        var list = desk.PathOf("daftar.csv");
        await File.WriteAllTextAsync(list, $"id,isi\n7000009,\"Lampu mati. {TrackingNumber.Marker(first)}\"\n");
        var (_, plan) = await RunAsync(house, ["reconcile", list, "--whole", clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), "--json"]);
        Assert.That(JsonNode.Parse(plan)!["elsewhere"]!.AsArray().Select(number => (string?)number), Is.EquivalentTo(new[] { held, queued }), plan);
        Assert.That(JsonNode.Parse(plan)!["digest"], Is.Null, "nothing to settle");

        Assert.That((await RunAsync(house, ["unknown", "settle", queued, "--not-delivered", "--reason", "tidak ada sebagai laporan"])).Exit, Is.Zero);
        Assert.That(((await RowAsync(queued)).State, (await RowAsync(queued)).Reasons.Any(reason => reason.Code == "posted-since-backup")), Is.EqualTo((ComplaintState.Held, true)), "whoever releases it sees it");
    }

    [Test]
    public async Task WhatWasSplitAndSentSinceIsUnknownAsAWhole()
    {
        var whole = await PostAsync();
        await desk.RunAsync("complaints", "hold", whole);
        await desk.House.Journal.AppendAsync(new JournalEntry(clock.GetUtcNow(), "G000", "default", null, null));
        var backup = await BackupAsync();
        await desk.House.Journal.AppendAsync(new JournalEntry(clock.GetUtcNow(), "GPART", "default", null, null) { InPlaceOf = [whole] });
        await desk.House.Journal.AppendAsync(new JournalEntry(clock.GetUtcNow(), "GPART", "default", AttemptOutcome.Done, "7000001"));
        var journal = Path.Combine(desk.House.JournalFolder, FileDeliveryJournal.FileName);

        var (refused, asked) = await RestoreAsync(backup, "--journal", journal);
        Assert.That((refused, asked.Contains("--yes", StringComparison.Ordinal)), Is.EqualTo((2, true)), asked);
        Assert.That((await RestoreAsync(backup, "--journal", journal, "--yes")).Exit, Is.Zero);

        await using var house = await OpenAsync();
        Assert.That((await house.Ledger.FindAsync(whole, CancellationToken.None))!.State, Is.EqualTo(ComplaintState.Unknown), "its parts may be at the centre");
        Assert.That(house.JournalPosition!.N, Is.EqualTo(3), "the restored ledger goes on with its journal");
    }

    [Test]
    public async Task AJournalThatProvesNothingRestoresNothing()
    {
        await PostAsync();
        var backup = await BackupAsync();
        var other = desk.Write("lain.jsonl", "bukan jurnal\n");

        var (exit, said) = await RestoreAsync(backup, "--journal", other, "--yes");

        Assert.That((exit, File.Exists(Path.Combine(restored, "gateway.db"))), Is.EqualTo((1, false)), said);
        Assert.That(said, Does.Contain("tanpa --journal"));
    }

    private Task AppendAsync(string number, AttemptOutcome? outcome, string? id) =>
        desk.House.Journal.AppendAsync(new JournalEntry(clock.GetUtcNow(), number, "default", outcome, id));
}
