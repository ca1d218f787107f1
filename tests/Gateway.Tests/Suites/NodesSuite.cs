using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

/// <summary>What must hold when two nodes use one ledger at once.</summary>
public abstract partial class NodesSuite
{
    private const int Complaints = 120;

    private ILedger[] _nodes = [];

    private static CancellationToken Ct => TestContext.CurrentContext.CancellationToken;

    [SetUp]
    public async Task OpenNodes() => _nodes = [await OpenAsync(), await OpenBesideAsync()];

    [TearDown]
    public async Task CloseNodes()
    {
        foreach (var node in _nodes.OfType<IAsyncDisposable>()) await node.DisposeAsync();
        await CleanAsync();
    }

    [Test]
    public async Task EachComplaintIsClaimedByOneNodeAlone()
    {
        var queued = await QueueAsync();

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => ClaimAllAsync(_nodes[worker % 2]), Ct)));

        var all = claimed.SelectMany(row => row).Select(row => row.Number).ToList();
        Assert.That(all, Is.Unique);
        Assert.That(all, Is.EquivalentTo(queued));
        foreach (var number in queued)
            Assert.That((await _nodes[0].EventsAsync(number, Ct)).Count(happened => happened.To == ComplaintState.Forwarding), Is.EqualTo(1), number);
    }

    [Test]
    public async Task OneItemThatBothNodesTakeIsOneComplaint()
    {
        foreach (var round in Enumerable.Range(0, 20))
        {
            var (one, other) = (Some.ItemEntry(), Some.ItemEntry());
            other = other with { SourceKey = one.SourceKey, Occurrence = one.Occurrence };

            var results = await Task.WhenAll(
                Task.Run(() => _nodes[0].RecordAsync(null, [one], null, Ct), Ct),
                Task.Run(() => _nodes[1].RecordAsync(null, [other], null, Ct), Ct));

            Assert.That(results.Select(result => result[0]), Is.EquivalentTo(new[] { RecordResult.Done, RecordResult.Conflict }), $"round {round}");
            var numbers = new[] { one, other }.Select(entry => entry.Complaints[0].Number);
            var found = await Task.WhenAll(numbers.Select(number => _nodes[round % 2].FindAsync(number, Ct)));
            Assert.That(found.Count(row => row is not null), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task ASendPermitAndTheReaperOfItsLeaseDoNotBothWin()
    {
        foreach (var number in await QueueAsync(20))
        {
            var claimed = (await _nodes[0].ClaimAsync(Some.Claim(number, "default"), Ct))!;
            var attempt = Some.Attempt(claimed, AttemptStep.Create);

            var begin = Task.Run(() => _nodes[0].BeginAsync(attempt, Ct), Ct);
            var reap = Task.Run(() => _nodes[1].ReapAsync($"reap-{number}", number, claimed.LeaseToken!, claimed.LeaseBeat, Some.After(5), "reaper", Ct), Ct);

            var (begun, state) = (await begin, await reap);
            Assert.That(state, Is.EqualTo(begun ? ComplaintState.Unknown : ComplaintState.Queued), "a create that was permitted is in doubt, one that was not goes on");
        }
    }

    [Test]
    public async Task OfTwoThatTellTheSameAndAreJudgedAtOnceExactlyOneGoes()
    {
        foreach (var round in Enumerable.Range(0, 20))
        {
            long[] bands = [round, 1000 + round];
            var numbers = new List<string>();
            foreach (var node in _nodes)
            {
                var entry = Some.ItemEntry();
                await node.RecordAsync(null, [entry], null, Ct);
                numbers.Add(entry.Complaints[0].Number);
            }

            await Task.WhenAll(_nodes.Select((node, i) => Task.Run(() => JudgeAsync(node, numbers[i], bands), Ct)));

            var states = await Task.WhenAll(numbers.Select(async number => (await _nodes[0].FindAsync(number, Ct))!.State));
            Assert.That(states, Is.EquivalentTo(new[] { ComplaintState.Queued, ComplaintState.Held }), $"round {round}");
        }
    }

    protected abstract Task<ILedger> OpenAsync();

    /// <summary>A second node on the same ledger.</summary>
    protected abstract Task<ILedger> OpenBesideAsync();

    protected virtual Task CleanAsync() => Task.CompletedTask;

    private async Task<List<string>> QueueAsync(int count = Complaints)
    {
        var numbers = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var entry = Some.ItemEntry();
            await _nodes[i % 2].RecordAsync(null, [entry], null, Ct);
            var row = (await _nodes[(i + 1) % 2].FindAsync(entry.Complaints[0].Number, Ct))!;
            Assert.That(await _nodes[0].MoveAsync(Some.Move(row, ComplaintState.Queued, ActorKind.Rule), Ct), Is.EqualTo(MoveResult.Done));
            numbers.Add(row.Number);
        }

        return numbers;
    }

    private static async Task<List<ComplaintRow>> ClaimAllAsync(ILedger node)
    {
        var mine = new List<ComplaintRow>();
        while (await node.ClaimAsync(Some.Claim(null, "default") with { MaxForwarding = Complaints }, Ct) is { } row) mine.Add(row);
        return mine;
    }

    // As the gates do: look, decide, write; and look again when somebody else was quicker.
    private static async Task JudgeAsync(ILedger node, string number, long[] bands)
    {
        MoveResult result;
        do
        {
            var near = await node.NearAsync(bands, Some.Noon, 20, Ct);
            var row = (await node.FindAsync(number, Ct))!;
            var to = near.Rows.Count == 0 ? ComplaintState.Queued : ComplaintState.Held;
            result = await node.MoveAsync(Some.Move(row, to, ActorKind.Rule) with { Judgement = new Judgement(bands, near.UpTo, []) }, Ct);
        }
        while (result == MoveResult.Stale);

        Assert.That(result, Is.EqualTo(MoveResult.Done));
    }
}
