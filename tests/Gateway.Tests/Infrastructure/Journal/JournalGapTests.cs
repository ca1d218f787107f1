using Gateway.Core.Forwarding;
using Gateway.Infrastructure.Journal;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Journal;

/// <summary>A journal that misses something is never taken for a whole one: not one that was away, not an older copy, not one that was deleted while it was open.</summary>
internal sealed class JournalGapTests
{
    private const string Ledger = "buku-1";

    private string _folder = "";

    [SetUp]
    public void Prepare() => _folder = Directory.CreateTempSubdirectory("gateway-journal-").FullName;

    [TearDown]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    private string Path => System.IO.Path.Combine(_folder, FileDeliveryJournal.FileName);

    private string Away => System.IO.Path.Combine(_folder, "pergi.jsonl");

    [Test]
    public async Task TwoJournalsOfALedgerNeverBeginAlike()
    {
        var backup = await WriteAsync(Some.NewJournal);
        File.Delete(Path);
        await WriteAsync(Some.NewJournal, "G1");

        Assert.That(JournalReader.Since(Path, Ledger, backup, out _), Is.Null);
    }

    [Test]
    public async Task TheBeginOfAJournalOfAnOlderVersionProvesNothing()
    {
        var backup = await WriteAsync(Some.NewJournal);
        await WriteAsync(Some.NewJournal, "G1");

        Assert.That(JournalReader.Since(Path, Ledger, new JournalPosition(0, backup.Check), out _), Is.Null, "all of them began alike");
        Assert.That(JournalReader.Since(Path, Ledger, backup, out _), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task OneThatWasAwayWhileAnotherWasWrittenIsPutAside()
    {
        var first = await WriteAsync(Some.NewJournal, "G1");
        File.Move(Path, Away);
        Assert.That(State(first), Is.EqualTo(JournalState.Missing));
        var second = await WriteAsync(Past(first), "G2");
        Assert.That(State(first), Is.EqualTo(JournalState.Whole), "the ledger had no time to take note of it");
        Assert.That(JournalLook.At(Path, Ledger, Past(second)), Is.EqualTo(new JournalLook(JournalState.Whole, Some.Noon)), "it tells from when on it counts");
        File.Move(Path, Path + ".tertimpa");
        File.Move(Away, Path);

        using var journal = FileDeliveryJournal.Open(_folder, Ledger, Past(second));

        Assert.That((journal.Found, journal.Position.N), Is.EqualTo((JournalState.Gap, 0)));
        Assert.That((await journal.CreatesOfAsync(["G1"])).Select(create => create.Number), Is.EqualTo(new[] { "G1" }), "what it has still counts before a create");
    }

    [Test]
    public async Task AnOlderCopyIsPutAside()
    {
        await WriteAsync(Some.NewJournal, "G1");
        File.Copy(Path, Away);
        var last = await WriteAsync(Some.NewJournal, "G2");
        Assert.That(State(last), Is.EqualTo(JournalState.Whole));
        File.Move(Away, Path, overwrite: true);

        Assert.That(State(last), Is.EqualTo(JournalState.Gap));
    }

    [Test]
    public void ALedgerThatHasSentHasAJournalOrMissesOne() =>
        Assert.That(JournalLook.At(Path, Ledger, Some.NewJournal with { HasSent = true }).State, Is.EqualTo(JournalState.Missing));

    [TestCase(true)]
    [TestCase(false)]
    public async Task OneThatIsDeletedOrMovedWhileItIsOpenIsWrittenOutAgain(bool isDeleted)
    {
        using var journal = FileDeliveryJournal.Open(_folder, Ledger, Some.NewJournal);
        var told = 0;
        journal.PutBack += () => told++;
        var backup = journal.Position;
        await journal.AppendAsync(Begun("G1"));
        if (isDeleted) File.Delete(Path);
        else File.Move(Path, Away);

        await journal.AppendAsync(Begun("G2"));
        await journal.AppendAsync(Begun("G3"));

        Assert.That(JournalReader.Since(Path, Ledger, backup, out _)!.Keys, Is.EquivalentTo(new[] { "G1", "G2", "G3" }));
        Assert.That((told, journal.Position.N), Is.EqualTo((1, 3)));
        if (OperatingSystem.IsLinux()) Assert.That(File.GetUnixFileMode(Path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task WhatCouldNotBeWrittenOutAgainIsGoneOnWithAtItsEnd()
    {
        using var journal = FileDeliveryJournal.Open(_folder, Ledger, Some.NewJournal);
        var backup = journal.Position;
        await journal.AppendAsync(Begun("G1"));
        File.Move(Path, Away);
        // Nothing can be written to where the copy goes.
        Directory.CreateDirectory(Path + ".part");
        Assert.That(() => journal.AppendAsync(Begun("G2")), Throws.InstanceOf<JournalUnavailableException>());
        File.Move(Away, Path);

        await journal.AppendAsync(Begun("G3"));

        Assert.That(JournalReader.Since(Path, Ledger, backup, out _)!.Keys, Is.EquivalentTo(new[] { "G1", "G3" }));
    }

    [Test]
    public async Task AnotherFileInItsPlaceIsNotWrittenOver()
    {
        using var journal = FileDeliveryJournal.Open(_folder, Ledger, Some.NewJournal);
        await journal.AppendAsync(Begun("G1"));
        File.Copy(Path, Away);
        File.Move(Away, Path, overwrite: true);

        Assert.That(() => journal.AppendAsync(Begun("G2")), Throws.InstanceOf<JournalUnavailableException>());
        Assert.That(() => journal.Position, Throws.InstanceOf<JournalUnavailableException>(), "no backup is made by it");
    }

    [Test]
    public async Task ARestoredLedgerGoesOnWithTheLongerOfTwoJournals()
    {
        var target = System.IO.Path.Combine(_folder, "dipulihkan");
        await WriteAsync(Some.NewJournal, "G1");
        FileDeliveryJournal.CarryOver(Path, Ledger, target);
        await WriteAsync(Some.NewJournal, "G2");

        FileDeliveryJournal.CarryOver(Path, Ledger, target);
        using (var newer = FileDeliveryJournal.Open(target, Ledger, Some.NewJournal))
        {
            Assert.That(newer.Position.N, Is.EqualTo(2), "the older copy gave way");
            await newer.AppendAsync(Begun("G3"));
        }

        FileDeliveryJournal.CarryOver(Path, Ledger, target);
        using var kept = FileDeliveryJournal.Open(target, Ledger, Some.NewJournal);
        Assert.That(kept.Position.N, Is.EqualTo(3), "the longer one stays");
        Assert.That(() => FileDeliveryJournal.CarryOver(Path, "buku-2", target), Throws.InstanceOf<ForeignJournalException>());
    }

    private static JournalEntry Begun(string number) => new(Some.Noon, number, "default", null, null);

    private static JournalPast Past(JournalPosition last) => new(last, HasSent: true, Some.Noon);

    private JournalState State(JournalPosition last) => JournalLook.At(Path, Ledger, Past(last)).State;

    private async Task<JournalPosition> WriteAsync(JournalPast past, params string[] numbers)
    {
        using var journal = FileDeliveryJournal.Open(_folder, Ledger, past);
        foreach (var number in numbers) await journal.AppendAsync(Begun(number));
        return journal.Position;
    }
}
