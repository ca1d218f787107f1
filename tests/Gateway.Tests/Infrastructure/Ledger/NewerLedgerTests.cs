using Dapper;
using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>A ledger on which a newer version works too: what this one does not know it leaves alone, counts, and tells of once.</summary>
internal sealed class NewerLedgerTests
{
    private readonly LedgerFolder _folder = new();
    private SqliteLedger _ledger = null!;

    private static CancellationToken Ct => TestContext.CurrentContext.CancellationToken;

    [SetUp]
    public async Task Open() => _ledger = await _folder.OpenAsync();

    [TearDown]
    public async Task Clean()
    {
        await _ledger.DisposeAsync();
        await _folder.CleanAsync();
    }

    [Test]
    public async Task AComplaintOfANewKindIsNeitherPublishedNorClaimedNorJudged()
    {
        var told = new List<string>();
        _ledger.Strangers.Met += told.Add;
        var (strange, known) = (await QueuedAsync(), await QueuedAsync());
        var unjudged = await RecordedAsync();
        Write("UPDATE complaints SET klasifikasi = 'keadaan-darurat' WHERE number IN (@strange, @unjudged)", new { strange, unjudged });

        Assert.That((await _ledger.UnpublishedAsync("default", Some.After(60), 10, Ct)).Select(row => row.Number), Is.EqualTo(new[] { known }));
        Assert.That(await _ledger.UnjudgedAsync(10, Ct), Is.Empty);
        Assert.That(await _ledger.ClaimAsync(Some.Claim(strange), Ct), Is.Null);
        Assert.That((await _ledger.ClaimAsync(Some.Claim(), Ct))!.Number, Is.EqualTo(known));
        Assert.That(await _ledger.ClaimAsync(Some.Claim(), Ct), Is.Null);
        Assert.That(() => _ledger.FindAsync(strange, Ct), Throws.InstanceOf<NewerRowException>().With.Message.Contains("'keadaan-darurat'"));
        Assert.That(Field("state", strange), Is.EqualTo("queued"));

        await _ledger.ListAsync(new ComplaintQuery { Limit = 10 }, Ct);
        await _ledger.ListAsync(new ComplaintQuery { Limit = 10 }, Ct);
        Assert.That(_ledger.Strangers.Counts.Values.Sum(), Is.EqualTo(4), "two rows, twice");
        Assert.That(told, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AComplaintInANewStateStaysInIt()
    {
        var number = await QueuedAsync();
        var seen = (await _ledger.FindAsync(number, Ct))!;
        Write("UPDATE complaints SET state = 'escalated' WHERE number = @number", new { number });

        Assert.That(await _ledger.ListAsync(new ComplaintQuery { Limit = 10 }, Ct), Is.Empty);
        Assert.That(await _ledger.ClaimAsync(Some.Claim(number), Ct), Is.Null);
        Assert.That(await _ledger.UnpublishedAsync("default", Some.After(60), 10, Ct), Is.Empty);
        Assert.That(await _ledger.LeasesAsync(Ct), Is.Empty);
        Assert.That(await _ledger.MoveAsync(Some.Move(seen, ComplaintState.Held, ActorKind.Person), Ct), Is.EqualTo(MoveResult.Stale));
        Assert.That(Field("state", number), Is.EqualTo("escalated"));
    }

    [Test]
    public async Task ACreateWithANewOutcomeIsInDoubt()
    {
        var claimed = (await _ledger.ClaimAsync(Some.Claim(await QueuedAsync()), Ct))!;
        var attempt = Some.Attempt(claimed, AttemptStep.Create);
        await _ledger.BeginAsync(attempt, Ct);
        Write("UPDATE attempts SET ended = 1, outcome = 'accepted-for-review' WHERE id = @Id", new { attempt.Id });

        Assert.That(await _ledger.BeginAsync(Some.Attempt(claimed, AttemptStep.Create), Ct), Is.False);
        Assert.That(await _ledger.ReapAsync("reap", claimed.Number, claimed.LeaseToken!, claimed.LeaseBeat, Some.After(5), "reaper", Ct), Is.EqualTo(ComplaintState.Unknown));
        Assert.That(() => _ledger.AttemptsAsync(claimed.Number, Ct), Throws.InstanceOf<NewerRowException>());
    }

    [Test]
    public async Task WhatANewerVersionKeepsAtADestinationOutlivesOurWrites()
    {
        await _ledger.WriteAsync(new DestinationRow { Key = "default", State = DestinationState.Open }, Ct);
        Write("""UPDATE destinations SET content = replace(content, '"key"', '"quota":{"left":7},"key"')""", new { });

        var row = (await _ledger.DestinationAsync("default", Ct))!;
        Assert.That(await _ledger.WriteAsync(row with { Failures = 1 }, Ct), Is.True);

        Assert.That(Content(), Does.Contain("\"quota\":{\"left\":7}").And.Contain("\"failures\":1"));
    }

    [Test]
    public async Task ADestinationInANewStateIsNotOpen()
    {
        await _ledger.WriteAsync(new DestinationRow { Key = "default", State = DestinationState.Open }, Ct);
        Write("""UPDATE destinations SET content = replace(content, '"open"', '"draining"')""", new { });
        var before = Content();

        Assert.That(await _ledger.DestinationAsync("default", Ct), Is.Null);
        Assert.That(await _ledger.DestinationsAsync(Ct), Is.Empty);
        Assert.That(await _ledger.WriteAsync(new DestinationRow { Key = "default", State = DestinationState.Open }, Ct), Is.False);
        Assert.That(Content(), Is.EqualTo(before));
    }

    [Test]
    public async Task ARegistryWithNewSettingsWorksAndIsNotWrittenBack()
    {
        var desk = new RegistryDesk(_ledger, TimeProvider.System);
        await desk.ApplyAsync(new Registry { Agencies = [new Agency("dishub", "Dinas Perhubungan")] }, "admin", Ct);
        Write("""UPDATE registry SET version = 2, content = replace(replace(content, '"version":1', '"version":2,"translations":{"bjn":true}'), 'Perhubungan', 'Perhubungan Kota')""", new { });

        await desk.LoadAsync(Ct);
        Assert.That((desk.Current.IsNewer, desk.Current.Agency("dishub")!.Name), Is.EqualTo((true, "Dinas Perhubungan Kota")), "a node sees what another applied");
        Assert.That(() => desk.ApplyAsync(new Registry { Agencies = [new Agency("kominfo", "Dinas Kominfo")] }, "admin", Ct), Throws.InstanceOf<NewerRowException>());
        Assert.That((await _ledger.RegistryAsync(Ct))!.Version, Is.EqualTo(2));
    }

    [Test]
    public async Task ARegistryThatCannotBeReadLeavesTheOneInForce()
    {
        var desk = new RegistryDesk(_ledger, TimeProvider.System);
        await desk.ApplyAsync(new Registry { Destinations = [new Destination { Key = "default" }] }, "admin", Ct);
        Write("""UPDATE registry SET version = 2, content = replace(replace(content, '"version":1', '"version":2'), '"state":"new"', '"state":"draining"')""", new { });

        Assert.That(() => desk.LoadAsync(Ct), Throws.InstanceOf<NewerRowException>());
        Assert.That(desk.Current.Destination("default"), Is.Not.Null);
    }

    [Test]
    public async Task AnAddedMigrationLetsThisVersionWorkAndABreakingOneRefusesIt()
    {
        Applied("0099_more.sql");
        await (await _folder.OpenAsync()).DisposeAsync();

        Applied("0100_other.breaking.sql");
        Assert.That(() => _folder.OpenAsync(), Throws.InstanceOf<LedgerUnavailableException>().With.Message.Contains("0100_other.breaking.sql").And.Message.Contains("Update"));
        Assert.That(() => _folder.OpenAsync(options => options with { Migrate = false }), Throws.InstanceOf<LedgerUnavailableException>());
    }

    [Test]
    public void WhatIsForwardedAreTheKindsThatThisVersionKnows()
    {
        var kinds = string.Join(", ", Enum.GetValues<Klasifikasi>().Select(known => $"'{Words.Of(known)}'"));
        Assert.That(kinds, Is.EqualTo(Queries.IsKnown.Split('(', ')')[^3]));
    }

    private async Task<string> RecordedAsync()
    {
        var entry = Some.ItemEntry();
        await _ledger.RecordAsync(null, [entry], null, Ct);
        return entry.Complaints[0].Number;
    }

    private async Task<string> QueuedAsync()
    {
        var row = (await _ledger.FindAsync(await RecordedAsync(), Ct))!;
        await _ledger.MoveAsync(Some.Move(row, ComplaintState.Queued, ActorKind.Rule), Ct);
        return row.Number;
    }

    private void Applied(string script) => Write(
        "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES (@Name, '2027-01-01')", new { Name = "Gateway.Infrastructure.Ledger.Migrations.Sqlite." + script });

    // As a newer version would, whose schema has other rules.
    private void Write(string sql, object arguments)
    {
        using var connection = new SqliteConnections(_folder.Options).Open();
        connection.Execute("PRAGMA ignore_check_constraints = ON");
        Assert.That(connection.Execute(sql, arguments), Is.GreaterThan(0));
    }

    private string? Field(string column, string number)
    {
        using var connection = new SqliteConnections(_folder.Options).OpenReader();
        return connection.ExecuteScalar<string>($"SELECT {column} FROM complaints WHERE number = @number", new { number });
    }

    private string Content()
    {
        using var connection = new SqliteConnections(_folder.Options).OpenReader();
        return connection.ExecuteScalar<string>("SELECT content FROM destinations")!;
    }
}
