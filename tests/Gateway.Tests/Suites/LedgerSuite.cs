using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

/// <summary>
/// What every ledger must do. It speaks to <see cref="ILedger"/> alone, so that one line runs it against one more implementation.
/// </summary>
public abstract partial class LedgerSuite
{
    protected ILedger Ledger { get; private set; } = null!;

    protected static CancellationToken Ct => TestContext.CurrentContext.CancellationToken;

    [SetUp]
    public async Task OpenLedger() => Ledger = await OpenAsync();

    [TearDown]
    public async Task CloseLedger()
    {
        if (Ledger is IAsyncDisposable disposable) await disposable.DisposeAsync();
        await CleanAsync();
    }

    /// <summary>A new, empty ledger.</summary>
    protected abstract Task<ILedger> OpenAsync();

    /// <summary>Removes what <see cref="OpenAsync"/> left behind.</summary>
    protected virtual Task CleanAsync() => Task.CompletedTask;

    private protected async Task<RecordResult> RecordAsync(ItemEntry entry) => (await Ledger.RecordAsync(null, [entry], null, Ct))[0];

    private protected async Task<ComplaintRow> FindAsync(string number) =>
        await Ledger.FindAsync(number, Ct) ?? throw new AssertionException($"'{number}' is not in the ledger.");

    private protected async Task<ComplaintRow> RecordedAsync(ComplaintEntry? complaint = null, string agency = "dishub")
    {
        var entry = Some.ItemEntry(complaint, agency);
        Assert.That(await RecordAsync(entry), Is.EqualTo(RecordResult.Done));
        return await FindAsync(entry.Complaints[0].Number);
    }

    private protected async Task<ComplaintRow> MovedAsync(Move move)
    {
        Assert.That(await Ledger.MoveAsync(move, Ct), Is.EqualTo(MoveResult.Done));
        return await FindAsync(move.Number);
    }

    private protected async Task<ComplaintRow> HeldAsync() => await MovedAsync(Some.Move(await RecordedAsync(), ComplaintState.Held, ActorKind.Rule));

    private protected async Task<ComplaintRow> QueuedAsync(ComplaintEntry? complaint = null, string agency = "dishub") =>
        await MovedAsync(Some.Move(await RecordedAsync(complaint, agency), ComplaintState.Queued, ActorKind.Rule));

    private protected async Task<ComplaintRow> ClaimedAsync(ComplaintEntry? complaint = null)
    {
        var queued = await QueuedAsync(complaint);
        return await Ledger.ClaimAsync(Some.Claim(queued.Number, queued.Destination), Ct) ?? throw new AssertionException("Nothing was claimed.");
    }

    private protected async Task<AttemptRow> BegunAsync(ComplaintRow claimed, AttemptStep step = AttemptStep.Create)
    {
        var attempt = Some.Attempt(claimed, step);
        Assert.That(await Ledger.BeginAsync(attempt, Ct), Is.True);
        return attempt;
    }

    /// <summary>A complaint whose create ended like that, and that was moved accordingly.</summary>
    private protected async Task<ComplaintRow> EndedAsync(AttemptOutcome outcome, ComplaintState to, string? centralId = null, bool counts = false)
    {
        var claimed = await ClaimedAsync();
        var attempt = await BegunAsync(claimed);
        var end = Some.End(attempt, claimed, outcome, to, centralId) with { Counts = counts };
        Assert.That(await Ledger.CompleteAsync(end, Ct), Is.EqualTo(AttemptEndResult.Done));
        return await FindAsync(claimed.Number);
    }
}
