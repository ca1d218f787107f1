using Dapper;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>What SQLite in particular has to promise: settings that took, groups that commit or fail together, files that stay.</summary>
internal sealed class SqliteDurabilityTests
{
    private readonly LedgerFolder _folder = new();

    [TearDown]
    public Task Clean() => _folder.CleanAsync();

    [Test]
    public async Task EveryConnectionHasTheSettingsTheLedgerRestsOn()
    {
        await using var ledger = await _folder.OpenAsync();
        using var connection = new SqliteConnections(_folder.Options).OpenReader();

        Assert.That(connection.ExecuteScalar<string>("PRAGMA journal_mode"), Is.EqualTo("wal"));
        Assert.That(connection.ExecuteScalar<long>("PRAGMA synchronous"), Is.EqualTo(2));
        Assert.That(connection.ExecuteScalar<long>("PRAGMA foreign_keys"), Is.EqualTo(1));
        Assert.That(connection.ExecuteScalar<long>("PRAGMA wal_autocheckpoint"), Is.Zero);
        Assert.That(connection.ExecuteScalar<long>("PRAGMA busy_timeout"), Is.EqualTo(10_000));
        Assert.That(() => connection.Execute("DELETE FROM events"), Throws.InstanceOf<SqliteException>(), "readers do not write");
    }

    [Test]
    public void RefusesADatabaseOnWhichASettingDoesNotTake() =>
        Assert.That(() => new SqliteConnections(_folder.Options with { Path = ":memory:" }).Open(),
            Throws.InstanceOf<LedgerUnavailableException>().With.Message.Contains("journal_mode"));

    [Test]
    public async Task ReopenedItHasEverything()
    {
        var entry = Some.ItemEntry();
        await using (var ledger = await _folder.OpenAsync())
            await ledger.RecordAsync(null, [entry], null, CancellationToken.None);

        Assert.That(File.Exists(_folder.File + "-wal"), Is.False, "a closed ledger is one file");
        await using var again = await _folder.OpenAsync();
        Assert.That((await again.FindAsync(entry.Complaints[0].Number, CancellationToken.None))!.State, Is.EqualTo(ComplaintState.Recorded));
    }

    [Test]
    public async Task ItsLogBeginsAnewUnderWritesThatNeverPause()
    {
        const long Limit = 1 << 20;
        await using var ledger = await _folder.OpenAsync(options => options with { WalLimit = Limit, CheckpointEvery = TimeSpan.FromMilliseconds(5) });
        // Without it the log would hold some 100 MB.
        for (var i = 0; i < 3_000; i++) await ledger.RecordAsync(null, [Some.ItemEntry()], null, CancellationToken.None);

        Assert.That(new FileInfo(_folder.File + "-wal").Length, Is.LessThan(30 * Limit));
    }

    [Test]
    public async Task ClosedItRefusesWrites()
    {
        var ledger = await _folder.OpenAsync();
        await ledger.DisposeAsync();

        Assert.That(async () => await ledger.KeepAsync(Some.Arrival(), CancellationToken.None), Throws.InstanceOf<LedgerUnavailableException>());
    }

    [Test]
    public async Task MigratesOnceAndKnowsWhatIsPending()
    {
        var all = SqliteMigrations.Pending(_folder.File);
        Assert.That(all, Is.Ordered);
        Assert.That(all[0], Is.EqualTo("0001_ledger.sql"));
        Assert.That(async () => await _folder.OpenAsync(options => options with { Migrate = false }),
            Throws.InstanceOf<LedgerUnavailableException>().With.Message.Contains("gateway migrate"));
        Assert.That(SqliteMigrations.Apply(_folder.File), Is.EqualTo(all));
        Assert.That(SqliteMigrations.Apply(_folder.File), Is.Empty);
        Assert.That(SqliteMigrations.Pending(_folder.File), Is.Empty);

        await using var ledger = await _folder.OpenAsync(options => options with { Migrate = false });
        Assert.That(await ledger.RegistryAsync(CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task ASettingsVersionThatStoodBehindTheActorGetsItsOwnColumn()
    {
        await using var ledger = await _folder.OpenAsync();
        var entry = Some.ItemEntry();
        var number = entry.Complaints[0].Number;
        await ledger.RecordAsync(null, [entry], null, CancellationToken.None);
        await ledger.MoveAsync(Some.Move((await ledger.FindAsync(number, CancellationToken.None))!, ComplaintState.Queued, ActorKind.Rule), CancellationToken.None);
        var claimed = (await ledger.ClaimAsync(Some.Claim(number), CancellationToken.None))!;
        await ledger.BeginAsync(Some.Attempt(claimed) with { Actor = "try: Rina, settings 12", Settings = null }, CancellationToken.None);
        using var script = new StreamReader(typeof(SqliteLedger).Assembly.GetManifestResourceStream("Gateway.Infrastructure.Ledger.Migrations.Sqlite.0008_forwarding.sql")!);
        var update = (await script.ReadToEndAsync()).Split(';').Single(statement => statement.Contains("UPDATE attempts", StringComparison.Ordinal));
        using (var connection = new SqliteConnections(_folder.Options).Open()) Assert.That(connection.Execute(update), Is.EqualTo(1));

        var attempt = (await ledger.AttemptsAsync(number, CancellationToken.None)).Single();

        Assert.That((attempt.Actor, attempt.Settings), Is.EqualTo(("try: Rina", 12)));
    }

    [Test]
    public async Task TheFilesAreItsOwnersAlone()
    {
        await using var ledger = await _folder.OpenAsync();
        await ledger.KeepAsync(Some.Arrival(), CancellationToken.None);

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_folder.File)!))
            Assert.That(FileModes.Of(file), Is.EqualTo(FileModes.OwnerOnly), file);
    }

    [Test]
    public async Task AWriteThatFailsCostsOnlyItself()
    {
        await using var ledger = await _folder.OpenAsync();
        var bad = Some.ItemEntry() with { Arrival = "there-is-no-such-arrival" };
        var good = Enumerable.Range(0, 50).Select(_ => Some.ItemEntry()).ToList();

        var writes = good.Take(25).Append(bad).Concat(good.Skip(25))
            .Select(entry => (entry, task: ledger.RecordAsync(null, [entry], null, CancellationToken.None))).ToList();
        foreach (var (entry, task) in writes)
        {
            if (ReferenceEquals(entry, bad)) Assert.That(async () => await task, Throws.InvalidOperationException);
            else Assert.That(await task, Is.EqualTo(new[] { RecordResult.Done }));
        }

        Assert.That(await ledger.ListAsync(new ComplaintQuery(), CancellationToken.None), Has.Count.EqualTo(50));
    }

    [Test]
    public async Task AFullDiskFailsTheWriteAndEverythingConfirmedStays()
    {
        var entry = Some.ItemEntry();
        await using (var roomy = await _folder.OpenAsync())
            await roomy.RecordAsync(null, [entry], null, CancellationToken.None);
        await using (var ledger = await _folder.OpenAsync(options => options with { MaxPages = 1 }))
        {
            // The ceiling cannot be lower than what there is: fill the pages that are left.
            var large = Enumerable.Range(0, 20).Select(_ => ledger.KeepAsync(Some.Arrival() with { Envelope = new byte[500_000] }, CancellationToken.None));
            Assert.That(async () => await Task.WhenAll(large), Throws.InstanceOf<LedgerUnavailableException>().With.Message.Contains("full"));
            Assert.That(await ledger.UnfinishedArrivalsAsync("node-1", 100, CancellationToken.None), Is.Empty);
        }

        await using var again = await _folder.OpenAsync();
        Assert.That(await again.FindAsync(entry.Complaints[0].Number, CancellationToken.None), Is.Not.Null);
        await again.KeepAsync(Some.Arrival(), CancellationToken.None);
    }

    [Test]
    public async Task AnIoErrorIsFatal()
    {
        Exception? fatal = null;
        using var connection = new SqliteConnections(_folder.Options).OpenWriter();
        await using var writer = new GroupWriter(new SqliteSession(connection), 8, fault => fatal = fault);

        Assert.That(
            async () => await writer.WriteAsync<int>(_ => throw new SqliteException("disk I/O error", 10, 1034), CancellationToken.None),
            Throws.InstanceOf<LedgerUnavailableException>());
        Assert.That(fatal, Is.InstanceOf<SqliteException>());
    }

    [Test]
    public async Task AWriterThatBreaksLeavesNobodyWaiting()
    {
        using var connection = new SqliteConnections(_folder.Options).OpenWriter();
        await using var writer = new GroupWriter(new SqliteSession(connection), 8, fault => throw new InvalidOperationException("no way on", fault));

        Assert.That(
            async () => await writer.WriteAsync<int>(_ => throw new SqliteException("disk I/O error", 10, 1034), CancellationToken.None),
            Throws.InstanceOf<LedgerUnavailableException>());
        Assert.That(async () => await writer.WriteAsync(_ => 1, CancellationToken.None), Throws.InstanceOf<LedgerUnavailableException>());
    }

    [Test]
    public async Task AWriterThatBreaksSaysSoOnce()
    {
        var told = new List<Exception>();
        await using var connection = new SqliteConnections(_folder.Options).OpenWriter();
        await using var writer = new GroupWriter(new SqliteSession(connection), 8, told.Add);
        connection.Close();

        Assert.That(async () => await writer.WriteAsync(_ => 1, CancellationToken.None), Throws.InstanceOf<LedgerUnavailableException>().With.Message.Contains("writer broke"));
        Assert.That(async () => await writer.WriteAsync(_ => 1, CancellationToken.None), Throws.InstanceOf<LedgerUnavailableException>());
        await writer.DisposeAsync();
        Assert.That(told, Has.Exactly(1).InstanceOf<InvalidOperationException>());
    }

    [Test]
    public async Task ADiskThatIsSaidToBeBrokenIsNotSaidAgainWhenTheWriterBreaksOverIt()
    {
        var told = new List<Exception>();
        await using var connection = new SqliteConnections(_folder.Options).OpenWriter();
        await using var writer = new GroupWriter(new SqliteSession(connection), 8, fault =>
        {
            told.Add(fault);
            throw new InvalidOperationException("no way on", fault);
        });

        Assert.That(
            async () => await writer.WriteAsync<int>(_ => throw new SqliteException("disk I/O error", 10, 1034), CancellationToken.None),
            Throws.InstanceOf<LedgerUnavailableException>());
        await writer.DisposeAsync();
        Assert.That(told, Has.Exactly(1).InstanceOf<SqliteException>());
    }

    [Test]
    public async Task AFailedCommitFailsTheWholeGroup()
    {
        using var connection = new SqliteConnections(_folder.Options).OpenWriter();
        connection.Execute("CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)");
        using var gate = new ManualResetEventSlim();
        await using var writer = new GroupWriter(new SqliteSession(connection), 8, _ => { });

        // While the first write holds the writer, the next two queue up and become one group, whose commit breaks a deferred rule.
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = writer.WriteAsync(
            _ =>
            {
                running.SetResult();
                gate.Wait();
                return 0;
            },
            CancellationToken.None);
        await running.Task;
        var innocent = writer.WriteAsync(c => c.Execute("INSERT INTO parent VALUES (1)"), CancellationToken.None);
        var guilty = writer.WriteAsync(c => c.Execute("INSERT INTO child VALUES (2)"), CancellationToken.None);
        gate.Set();

        Assert.That(await first, Is.Zero);
        Assert.That(async () => await innocent, Throws.InstanceOf<LedgerUnavailableException>());
        Assert.That(async () => await guilty, Throws.InstanceOf<LedgerUnavailableException>());
        Assert.That(await writer.WriteAsync(c => c.ExecuteScalar<long>("SELECT count(*) FROM parent"), CancellationToken.None), Is.Zero);
    }

    [Test]
    public async Task ALateAnswerReplacesWhatTheReaperAssumedAndClosesThePermit()
    {
        await using var ledger = await _folder.OpenAsync();
        var ct = CancellationToken.None;
        var entry = Some.ItemEntry();
        var number = entry.Complaints[0].Number;
        await ledger.RecordAsync(null, [entry], null, ct);
        await ledger.MoveAsync(Some.Move((await ledger.FindAsync(number, ct))!, ComplaintState.Queued, ActorKind.Rule), ct);
        var claimed = (await ledger.ClaimAsync(Some.Claim(number), ct))!;
        var attempt = Some.Attempt(claimed);
        await ledger.BeginAsync(attempt, ct);
        await ledger.ReapAsync(Some.Id("event"), number, claimed.LeaseToken!, 0, Some.After(20), "reaper", ct);
        await ledger.MoveAsync(Some.Move((await ledger.FindAsync(number, ct))!, ComplaintState.Queued) with { SettlesNotDelivered = true }, ct);

        await ledger.CompleteAsync(Some.End(attempt, claimed, AttemptOutcome.Done, ComplaintState.Delivered, "9001"), ct);

        var late = (await ledger.AttemptsAsync(number, ct))[0];
        Assert.That((late.Outcome, late.Settled), Is.EqualTo((AttemptOutcome.Done, false)));
        var again = (await ledger.ClaimAsync(Some.Claim(number), ct))!;
        Assert.That(await ledger.BeginAsync(Some.Attempt(again), ct), Is.False, "the centre has it: it is never sent again");
    }
}
