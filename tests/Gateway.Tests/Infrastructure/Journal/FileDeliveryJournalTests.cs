using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Journal;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Journal;

/// <summary>The journal survives a torn line, and proves nothing as soon as a line is missing or changed.</summary>
internal sealed class FileDeliveryJournalTests
{
    private const string Ledger = "buku-1";

    private string _folder = "";

    [SetUp]
    public void Prepare() => _folder = Directory.CreateTempSubdirectory("gateway-journal-").FullName;

    [TearDown]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    private string File => Path.Combine(_folder, FileDeliveryJournal.FileName);

    [Test]
    public async Task TellsWhatWasBegunAndWhatCameOfIt()
    {
        await AppendAsync(Begun("G1"), Ended("G1", AttemptOutcome.Done, "7000001"));
        var backup = Opened();
        await AppendAsync(
            Begun("G2"), Ended("G2", AttemptOutcome.Done, "7000002"),
            Begun("G3"),
            Begun("G4"), Ended("G4", AttemptOutcome.Unknown),
            Begun("G5"), Ended("G5", AttemptOutcome.Rejected),
            Begun("G6"), Ended("G6", AttemptOutcome.Unavailable), Begun("G6"));

        var since = JournalReader.Since(File, Ledger, backup, out _)!;

        Assert.That(since.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)), Is.EqualTo(new[]
        {
            ("G2", new CreateSince(false, "7000002")), ("G3", new CreateSince(true, null)), ("G4", new CreateSince(true, null)),
            ("G5", new CreateSince(false, null)), ("G6", new CreateSince(true, null)),
        }));
    }

    [Test]
    public async Task ATornLineIsCutOffAndTheJournalGoesOn()
    {
        var backup = Opened();
        await AppendAsync(Begun("G1"));
        await System.IO.File.AppendAllTextAsync(File, """{"n":2,"ent""");

        Assert.That(JournalReader.Since(File, Ledger, backup, out _)!.Keys, Is.EqualTo(new[] { "G1" }));
        await AppendAsync(Begun("G2"));

        Assert.That(JournalReader.Since(File, Ledger, backup, out _)!.Keys, Is.EquivalentTo(new[] { "G1", "G2" }));
    }

    [Test]
    public async Task AMissingOrChangedLineProvesNothing()
    {
        var backup = Opened();
        await AppendAsync(Begun("G1"), Begun("G2"), Begun("G3"));
        var lines = await System.IO.File.ReadAllLinesAsync(File);

        foreach (var without in new[] { 1, 2 })
        {
            await System.IO.File.WriteAllLinesAsync(File, lines.Where((_, i) => i != without));
            Assert.That(JournalReader.Since(File, Ledger, backup, out _), Is.Null, $"without line {without}");
        }

        await System.IO.File.WriteAllLinesAsync(File, lines.Select(line => line.Replace("G2", "G9", StringComparison.Ordinal)));
        Assert.That(JournalReader.Since(File, Ledger, backup, out _), Is.Null, "changed");
        await System.IO.File.WriteAllLinesAsync(File, lines);
        Assert.That(JournalReader.Since(File, "buku-2", backup, out _), Is.Null, "of another ledger");
        Assert.That(JournalReader.Since(File, Ledger, backup with { Check = "00" }, out _), Is.Null, "does not reach back");
        Assert.That(JournalReader.Since(File, Ledger, backup, out _), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task WhatIsDamagedBeforeTheBackupTakesNothingAway()
    {
        await AppendAsync(Begun("G1"), Begun("G2"));
        var backup = Opened();
        await AppendAsync(Begun("G3"));
        await System.IO.File.WriteAllTextAsync(File, (await System.IO.File.ReadAllTextAsync(File)).Replace("G1", "G9", StringComparison.Ordinal));

        Assert.That(JournalReader.Since(File, Ledger, backup, out _)!.Keys, Is.EqualTo(new[] { "G3" }));
    }

    [Test]
    public async Task AJournalWithoutAHeadingIsPutAsideAndThatOfAnotherLedgerIsNotTouched()
    {
        await AppendAsync(Begun("G1"));
        Assert.That(() => FileDeliveryJournal.Open(_folder, "buku-2", Some.NewJournal), Throws.InstanceOf<ForeignJournalException>());
        using (var journal = Open()) Assert.That((journal.Found, journal.Position.N), Is.EqualTo((JournalState.Whole, 1)));

        await System.IO.File.WriteAllTextAsync(File, "bukan jurnal\n");
        using (var journal = Open()) Assert.That((journal.Found, System.IO.File.Exists(journal.Aside)), Is.EqualTo((JournalState.Broken, true)));
        using (var journal = Open()) Assert.That((journal.Found, journal.Aside), Is.EqualTo((JournalState.Whole, (string?)null)));
    }

    [Test]
    public async Task KnowsWhatMayBeAtTheCentreByAllItsLinesAndThoseItWrites()
    {
        await AppendAsync(Begun("G1"), Ended("G1", AttemptOutcome.Done, "7000001"), Begun("G2"), Ended("G2", AttemptOutcome.Rejected));
        var lines = await System.IO.File.ReadAllLinesAsync(File);
        // A damaged line takes nothing away from the others.
        await System.IO.File.WriteAllLinesAsync(File, [.. lines[..3], "bukan baris", .. lines[3..]]);
        using var journal = Open();
        Assert.That((await journal.CreatesOfAsync(["G1", "G2", "G3"])).Select(create => (create.Number, create.CentralId)), Is.EqualTo(new[] { ("G1", "7000001") }));

        await journal.AppendAsync(Begun("G3"));

        Assert.That(await journal.CreatesOfAsync(["G3"]), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ALongJournalTakesLittleRoom()
    {
        const int Creates = 20_000;
        await using (var file = System.IO.File.Create(File))
        {
            var line = JournalLine.Heading(Ledger, Some.NewJournal, late: false);
            await file.WriteAsync(line.Bytes());
            foreach (var entry in Enumerable.Range(0, Creates).SelectMany(Tried))
            {
                line = line.Next(entry);
                await file.WriteAsync(line.Bytes());
            }
        }

        using var journal = Open();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var known = await journal.CreatesOfAsync([Number(Creates - 1), Number(Creates)]);
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;

        TestContext.Out.WriteLine($"{Creates} creates, {new FileInfo(File).Length >> 20} MiB: {taken / Creates} bytes each");
        Assert.That(known.Single().CentralId, Is.EqualTo($"{7_000_000 + Creates - 1}"));
        Assert.That(taken, Is.LessThan(Creates * 60L));
    }

    // Away twice, then delivered.
    private static IEnumerable<JournalEntry> Tried(int i)
    {
        foreach (var (attempt, outcome) in new[] { ("a", AttemptOutcome.Unavailable), ("b", AttemptOutcome.Unavailable), ("c", AttemptOutcome.Done) })
        {
            var begun = Begun(Number(i)) with { Attempt = $"019abc{i:x20}{attempt}" };
            yield return begun;
            yield return begun with { Outcome = outcome, CentralId = outcome == AttemptOutcome.Done ? $"{7_000_000 + i}" : null };
        }
    }

    private static string Number(int i) => $"G{i:000}-{i:0000}-TEST-KM";

    [Test]
    public void ASecondWriterIsRefused()
    {
        using var first = Open();

        Assert.That(() => Open(), Throws.InstanceOf<JournalUnavailableException>());
    }

    [Test]
    public void AFolderThatCannotBeWrittenIsSaid()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "berkas"), "");

        Assert.That(() => FileDeliveryJournal.Open(Path.Combine(_folder, "berkas"), Ledger, Some.NewJournal), Throws.InstanceOf<JournalUnavailableException>().With.Message.Contains("Gateway:Journal:Directory"));
    }

    private static JournalEntry Begun(string number) => new(Some.Noon, number, "default", null, null);

    private static JournalEntry Ended(string number, AttemptOutcome outcome, string? id = null) => new(Some.Noon, number, "default", outcome, id);

    private FileDeliveryJournal Open() => FileDeliveryJournal.Open(_folder, Ledger, Some.NewJournal);

    private JournalPosition Opened()
    {
        using var journal = Open();
        return journal.Position;
    }

    private async Task AppendAsync(params JournalEntry[] entries)
    {
        using var journal = Open();
        foreach (var entry in entries) await journal.AppendAsync(entry);
    }
}
