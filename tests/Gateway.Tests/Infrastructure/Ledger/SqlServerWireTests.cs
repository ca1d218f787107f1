using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>A wire to SQL Server that breaks at the commit: whatever became of it, a repetition with the same ids makes it one row.</summary>
[Category("SqlServer")]
[NonParallelizable]
internal sealed class SqlServerWireTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private SqlServerLedger ledger = null!;
    private CutWire wire = null!;
    private GroupWriter writer = null!;

    [SetUp]
    public async Task Open()
    {
        ledger = await SqlServerDatabase.OpenEmptyAsync();
        // In clear where the server allows it: a single request can be lost only then.
        (wire, var options) = SqlServerPlace.ByWire("Encrypt=Optional;Connect Timeout=5;Command Timeout=30");
        writer = new GroupWriter(new SqlServerSession(options.ConnectionString), options.GroupSize, fault => throw new InvalidOperationException("fatal", fault));
    }

    [TearDown]
    public async Task Close()
    {
        if (wire is null) return;
        wire.Cut = Cut.None;
        await writer.DisposeAsync();
        await wire.DisposeAsync();
        await ledger.DisposeAsync();
    }

    [TestCase(Cut.AtOnce, 0)]
    [TestCase(Cut.InRequest, 0)]
    [TestCase(Cut.BeforeAnswer, 1)]
    [TestCase(Cut.NextLost, 0)]
    [TestCase(Cut.RequestsHeld, null)]
    [TestCase(Cut.AnswersHeld, 1)]
    public async Task ACommitThatWasCutIsOneRowAfterItsRepetition(Cut cut, int? arrived)
    {
        var entry = Some.ItemEntry();
        Assert.That(await RecordAsync(Some.ItemEntry()), Is.EqualTo(RecordResult.Done));

        Assert.That(() => RecordAsync(entry, cut), Throws.InstanceOf<LedgerUnavailableException>());
        // What it had begun ends with its connection; a server may take a moment to notice.
        if (arrived is { } events) await Eventually.HoldsAsync(async () => (await EventsAsync(entry)).Count == events, "the commit came, or came not", TimeSpan.FromSeconds(20));
        wire.Cut = Cut.None;

        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Done));
        Assert.That((await EventsAsync(entry)).Select(happened => (happened.Id, happened.Sequence)), Is.EqualTo(new[] { (entry.Complaints[0].EventId, 1) }));
        Assert.That(await ledger.ListAsync(new ComplaintQuery { Limit = 10 }, Ct), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task AConnectionWhoseCommitWasNotAnsweredIsClosed()
    {
        Assert.That(() => RecordAsync(Some.ItemEntry(), Cut.NextLost), Throws.InstanceOf<LedgerUnavailableException>());

        await Eventually.HoldsAsync(() => wire.Attached == 0, "the server can end what was left open", TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task AConnectionThatWasClosedWhileIdleCostsNoWrite()
    {
        await RecordAsync(Some.ItemEntry());

        wire.ResetAll();

        Assert.That(await RecordAsync(Some.ItemEntry()), Is.EqualTo(RecordResult.Done));
    }

    // The last thing that is asked for before the commit cuts the wire, so that it is the commit that meets it.
    private Task<RecordResult> RecordAsync(ItemEntry entry, Cut cut = Cut.None) => writer.WriteAsync(
        session =>
        {
            var result = Recording.Record(session, entry);
            wire.Cut = cut;
            return result;
        },
        Ct);

    private Task<IReadOnlyList<LedgerEvent>> EventsAsync(ItemEntry entry) => ledger.EventsAsync(entry.Complaints[0].Number, Ct);
}
