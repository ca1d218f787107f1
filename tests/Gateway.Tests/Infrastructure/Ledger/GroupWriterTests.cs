using Dapper;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>What the writer does with errors of SQL Server: the whole transaction runs again, what was refused does not, and a commit whose answer was lost is recognised.</summary>
internal sealed class GroupWriterTests
{
    private const int Deadlock = 1205;
    private const int SnapshotConflict = 3960;
    private const int KeyTaken = 2627;
    private const int NoConnection = 10054;
    private const int TimedOut = -2;

    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly LedgerFolder folder = new();
    private readonly List<string> runs = [];

    private ScriptedSession session = null!;
    private GroupWriter writer = null!;

    [SetUp]
    public async Task Open()
    {
        runs.Clear();
        await using (await folder.OpenAsync())
        {
            // Applies the migrations.
        }

        session = new ScriptedSession(new SqliteConnections(folder.Options).OpenWriter());
        writer = new GroupWriter(session, 64, folder.Options.OnFatal);
    }

    [TearDown]
    public async Task Close()
    {
        await writer.DisposeAsync();
        session.Dispose();
        await folder.CleanAsync();
    }

    [TestCase(Deadlock, 3)]
    [TestCase(SnapshotConflict, 3)]
    [TestCase(Deadlock, null)]
    [TestCase(SnapshotConflict, null)]
    public async Task AGroupThatMayRunAgainRunsAsAWhole(int number, int? statement)
    {
        session.Mishaps.Enqueue(new Mishap(SqlFault.Of(number), statement));

        var answers = await TogetherAsync(() => KeepAsync("a"), () => KeepAsync("b"), () => KeepAsync("c"));

        Assert.That(answers, Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(runs, Is.EqualTo(new[] { "a", "b", "c", "a", "b", "c" }));
        Assert.That(Kept(), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public async Task WhatWasRefusedDoesNotRunAgainWithItsGroup()
    {
        session.Mishaps.Enqueue(new Mishap(SqlFault.Of(KeyTaken), Statement: 2));
        session.Mishaps.Enqueue(new Mishap(SqlFault.Of(SnapshotConflict)));

        var answers = await TogetherAsync(() => KeepAsync("a"), () => KeepAsync("taken"), () => KeepAsync("c"));

        Assert.That(answers, Is.EqualTo(new[] { "a", nameof(InvalidOperationException), "c" }));
        Assert.That(runs, Is.EqualTo(new[] { "a", "taken", "c", "a", "c" }));
        Assert.That(Kept(), Is.EqualTo(new[] { "a", "c" }));
    }

    [Test]
    public async Task AVictimForEverIsGivenUpAndTheNextGroupIsWritten()
    {
        for (var run = 0; run < 5; run++) session.Mishaps.Enqueue(new Mishap(SqlFault.Of(Deadlock), Statement: 2));

        Assert.That(await TogetherAsync(() => KeepAsync("a"), () => KeepAsync("b")), Is.EqualTo(new[] { nameof(LedgerUnavailableException), nameof(LedgerUnavailableException) }));
        Assert.That(Kept(), Is.Empty);
        Assert.That(await KeepAsync("c"), Is.EqualTo("c"));
        Assert.That(session.Begun, Is.EqualTo(1 + 5 + 1), "the one before, five runs, the next");
    }

    [TestCase(NoConnection, 20)]
    [TestCase(TimedOut, 11)]
    public async Task ALostConnectionCostsItsWholeGroupAndRunsNothingAgain(int number, int severity)
    {
        session.Mishaps.Enqueue(new Mishap(SqlFault.Of(number, (byte)severity), Statement: 2));

        Assert.That(await TogetherAsync(() => KeepAsync("a"), () => KeepAsync("b"), () => KeepAsync("c")), Is.All.EqualTo(nameof(LedgerUnavailableException)));
        Assert.That(runs, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(Kept(), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task ACommitWithoutAnAnswerIsRecognisedByItsIds(bool arrived)
    {
        var entry = Some.ItemEntry();
        Task<RecordResult> RecordAsync() => writer.WriteAsync(current => Recording.Record(current, entry), Ct);
        session.Mishaps.Enqueue(new Mishap(SqlFault.Of(NoConnection, 20), After: arrived));

        Assert.That(() => RecordAsync(), Throws.InstanceOf<LedgerUnavailableException>());
        Assert.That(Count("items"), Is.EqualTo(arrived ? 1 : 0));

        Assert.That(await RecordAsync(), Is.EqualTo(RecordResult.Done), "its caller asks again with the same ids");
        Assert.That((Count("items"), Count("complaints"), Count("events"), Count("item_complaints")), Is.EqualTo((1, 1, 1, 1)));
    }

    // So that they come into one group: the writer waits behind a first write until all are queued.
    private async Task<string[]> TogetherAsync(params Func<Task<string>>[] writes)
    {
        using var held = new ManualResetEventSlim();
        using var reached = new ManualResetEventSlim();
        writer.BeforeNextGroup(() =>
        {
            reached.Set();
            held.Wait(Ct);
        });
        var mishaps = session.Mishaps.ToArray();
        session.Mishaps.Clear();
        var first = writer.WriteAsync(_ => true, Ct);
        reached.Wait(Ct);
        writer.BeforeNextGroup(() => Array.ForEach(mishaps, session.Mishaps.Enqueue));
        var waiting = writes.Select(ToldAsync).ToArray();
        held.Set();
        await first;
        return await Task.WhenAll(waiting);
    }

    private static async Task<string> ToldAsync(Func<Task<string>> write)
    {
        try
        {
            return await write();
        }
        catch (Exception told) when (told is LedgerUnavailableException or InvalidOperationException)
        {
            return told.GetType().Name;
        }
    }

    private Task<string> KeepAsync(string mark) => writer.WriteAsync(
        current =>
        {
            runs.Add(mark);
            current.Execute("INSERT INTO source_book (channel, key, value) VALUES ('uji', @mark, '')", new { mark });
            return mark;
        },
        Ct);

    private IEnumerable<string> Kept()
    {
        using var connection = new SqliteConnections(folder.Options).OpenReader();
        return connection.Query<string>("SELECT key FROM source_book ORDER BY key");
    }

    private int Count(string table)
    {
        using var connection = new SqliteConnections(folder.Options).OpenReader();
        return connection.ExecuteScalar<int>($"SELECT count(*) FROM {table}");
    }
}
