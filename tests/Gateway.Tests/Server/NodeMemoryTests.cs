using System.Runtime.Versioning;
using Gateway.Core.Forwarding;
using Gateway.Infrastructure.Journal;
using Gateway.Infrastructure.Ledger;
using Gateway.Server.Composition;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>What a shared ledger remembers of the journals of its nodes: found again under whatever name the machine starts, and by nobody else.</summary>
[SupportedOSPlatform("linux")]
internal sealed class NodeMemoryTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private string root = "";
    private SqliteLedger book = null!;

    [SetUp]
    public async Task Open()
    {
        root = Directory.CreateTempSubdirectory("gateway-node-").FullName;
        book = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = Path.Combine(root, "buku.db") }, TimeProvider.System, Ct);
    }

    [TearDown]
    public async Task Close()
    {
        await book.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    [Test]
    public async Task ANodeKnowsAnOlderCopyOfItsJournalWhereverItsFolderIsMounted()
    {
        var (copy, last) = await WriteAsync("satu");
        Directory.Move(Folder("satu"), Folder("pindah"));
        File.Copy(copy, FileOf("pindah"), overwrite: true);

        var remembered = await Of("pindah").LastAsync(Ct);

        Assert.That(remembered, Is.EqualTo(last));
        Assert.That(JournalLook.At(FileOf("pindah"), "buku-1", new JournalPast(remembered, true, Some.Noon)).State, Is.EqualTo(JournalState.Gap));
        Assert.That(await KeysAsync(), Has.Count.EqualTo(1), "nothing piles up");
    }

    [Test]
    public async Task AJournalOnADiskOfItsOwnIsKnownByANewDataFolder()
    {
        var (_, last) = await WriteAsync("satu");
        Directory.Delete(Folder("satu"), recursive: true);
        Directory.CreateDirectory(Folder("dua"));
        var started = Of("dua", Path.Combine(root, "cakram"));

        Assert.That(await started.LastAsync(Ct), Is.EqualTo(last));
        await started.NoteAsync(last with { N = last.N + 1 }, Ct);
        Assert.That(await KeysAsync(), Has.Count.EqualTo(1), "it goes on under the same key");
        Directory.CreateDirectory(Folder("tiga"));
        Assert.That((await Of("tiga", Path.Combine(root, "cakram")).LastAsync(Ct))!.N, Is.EqualTo(last.N + 1));
    }

    [Test]
    public async Task ANodeFromBeforeTheIdMissesAJournalWhoseDiskIsAway()
    {
        var (_, last) = await WriteAsync("satu");
        // As the version before kept it: under machine and folder, without an id.
        var former = new NodeMark(Folder("satu")).Former;
        var (made, position) = (await KeysAsync()).Single();
        await book.PutAsync("", new Dictionary<string, string> { [$"journal/{former}"] = position }, Ct);
        File.Delete(Path.Combine(Folder("satu"), "node.id"));
        var started = Of("satu", Path.Combine(root, "tidak-terpasang"));

        Assert.That(await started.LastAsync(Ct), Is.EqualTo(last));

        await started.NoteAsync(last with { N = last.N + 1 }, Ct);
        Assert.That((await KeysAsync()).Keys, Is.EquivalentTo(new[] { made, $"journal/{former}" }), "it goes on under the same key");
        Assert.That((await Of("satu", Path.Combine(root, "tidak-terpasang")).LastAsync(Ct))!.N, Is.EqualTo(last.N + 1));
    }

    [Test]
    public async Task ANewNodeRemembersNothing()
    {
        await WriteAsync("satu");
        Directory.CreateDirectory(Folder("dua"));

        Assert.That(await Of("dua").LastAsync(Ct), Is.Null);
    }

    // A copy of the journal after its first line, and how far it goes; the journal lies on a disk of its own too.
    private async Task<(string Copy, JournalPosition Last)> WriteAsync(string node)
    {
        var copy = Path.Combine(root, "salinan.jsonl");
        Directory.CreateDirectory(Folder(node));
        JournalPosition last;
        using (var journal = FileDeliveryJournal.Open(Path.Combine(Folder(node), "journal"), "buku-1", Some.NewJournal))
        {
            await journal.AppendAsync(new JournalEntry(Some.Noon, "G1", "default", null, null));
            File.Copy(FileOf(node), copy);
            await journal.AppendAsync(new JournalEntry(Some.Noon, "G2", "default", null, null));
            last = journal.Position;
        }

        Directory.CreateDirectory(Path.Combine(root, "cakram"));
        File.Copy(FileOf(node), Path.Combine(root, "cakram", FileDeliveryJournal.FileName));
        await Of(node).NoteAsync(last, Ct);
        return (copy, last);
    }

    private JournalMemory Of(string node, string journal = "journal") => House.MemoryOf(
        new GatewaySettings { DataDirectory = Folder(node), Ledger = new() { Provider = "SqlServer" }, Journal = new() { Directory = journal } }, book);

    private string Folder(string node) => Path.Combine(root, node);

    private string FileOf(string node) => Path.Combine(Folder(node), "journal", FileDeliveryJournal.FileName);

    private async Task<IReadOnlyDictionary<string, string>> KeysAsync() => await book.FindAsync("", "journal", Ct);
}
