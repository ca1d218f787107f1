using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.FollowUps;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Core.Payloads;
using Gateway.Tests.Simulation.Scheduling;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>
/// The people at the desk. They act now and then, on anything, but truthfully: before they settle an unknown complaint they look whether
/// it is at the centre.
/// </summary>
internal sealed class Officers
{
    private static readonly Officer Officer = new("Ibu Sari", "diperiksa di SP4N-LAPOR!");
    private static readonly S[] Held = [S.Held];
    private static readonly S[] Keepable = [S.Queued, S.Retrying, S.Forwarding, S.Parked, S.Discarded];
    private static readonly S[] Discardable = [S.Queued, S.Retrying, S.Forwarding, S.Held, S.Parked];
    private static readonly S[] Parked = [S.Parked];
    private static readonly S[] Unknown = [S.Unknown];

    // Where the acts stand that somebody thinks of first.
    private const int Hold = 2, Replay = 4, Settle = 5, Undo = 11;

    /// <summary>How many of the acts that follow a complaint to the centre are done before faults begin: a link, a hand-on.</summary>
    public const int QuietActs = 2;

    private readonly World world;
    private readonly RegroupingDesk regrouping;
    private readonly SwitchDestination destinations;
    private readonly ReleaseComplaint release;
    private readonly MoveComplaint move;
    private readonly Func<Task>[] acts;
    private readonly Func<Task>[] taskActs;

    public Officers(Node node, ILedger ledger, IPayloadStore payloads, IRegistrySource registry, TaskWords words)
    {
        world = node.World;
        TimeProvider time = world.Mutant.Has(GatewayFault.SettlesTooEarly) ? new FastClock(world.Clock) : world.Clock;
        var (ids, vault) = (world.Identifiers, world.Vault);
        move = new MoveComplaint(ledger, ids, time);
        var settle = new SettleUnknown(ledger, move, registry, time);
        var edit = new EditComplaint(ledger, payloads, vault, ids, time);
        var ask = new AskReporter(ledger, new ComplaintReader(vault), ids, time);
        regrouping = new RegroupingDesk(world, new Regrouper(ledger, payloads, vault, ids, time), Officer);
        destinations = new SwitchDestination(ledger, time);
        release = new ReleaseComplaint(new ComplaintReader(vault), registry, move);
        var start = new StartTask(ledger, words, vault, registry, ids, time);
        var tasks = new TaskActs(world, ledger, new LinkComplaint(ledger, move, start, registry, ids, time), start, new SettleTask(ledger, registry, ids, time), Officer);
        acts =
        [
            () => Switch("Open", destinations.OpenAsync("default", Officer, default)),
            () => On("Release", Held, ReleaseAsync),
            () => On("Hold", Keepable, row => new HoldComplaint(ledger, move).ExecuteAsync(row.Number, Officer, default)),
            () => On("Discard", Discardable, row => new DiscardComplaint(move).ExecuteAsync(row.Number, Officer, default)),
            () => On("Replay", Parked, row => new ReplayComplaint(move).ExecuteAsync(row.Number, Officer, default)),
            () => world.IsCalendarNew ? Task.CompletedTask : On("Settle", Unknown, row => SettleAsync(settle, row.Number)),
            () => Switch("Pause", destinations.PauseAsync("default", Officer, default)),
            () => On("Split", Held, regrouping.SplitAsync),
            () => On("Join", Held, regrouping.JoinAsync),
            () => On("Split", Held, regrouping.SplitAsync),
            () => On("Release", Held, ReleaseAsync),
            () => On("Undo", [], regrouping.UndoAsync),
            () => On("Edit", Held, row => edit.ExecuteAsync(row.Number, row.Version, Place(row), null, Officer, default)),
            () => On("Answer", Held, row => AnswerAsync(edit, row.Number)),
            () => On("Ask", Held, async row => (await ask.ExecuteAsync(row.Number, Place(row).Keys.ToList(), Officer, default)).Result),
        ];
        taskActs =
        [
            () => On("HandOn", row => row.State == S.Delivered, tasks.HandOnAsync),
            () => On("Link", row => row.State == S.Held, tasks.LinkAsync),
            () => On("SettleTask", row => world.Ledger.Tasks.Any(task => task.Number == row.Number), tasks.SettleAsync),
            () => On("Relate", _ => true, tasks.RelateAsync),
            () => On("HandOn", row => row.State == S.Delivered, tasks.HandOnAsync),
            () => On("Relate", _ => true, tasks.RelateAsync),
            () => On("HandOn", _ => true, tasks.HandOnAsync),
        ];
    }

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Set by the schedule when somebody comes to the desk.</summary>
    public bool AreNeeded => world.OfficersCalled > 0 || (world.IsQuiet && IsClosed);

    private bool IsClosed => world.Ledger.Destination("default") is not { State: DestinationState.Open };

    public async Task StepAsync()
    {
        if (world.IsQuiet && IsClosed)
        {
            await destinations.OpenAsync("default", Officer, default);
            return;
        }

        world.OfficersCalled--;
        if (world.IsQuiet) await taskActs[world.OfficersCalled]();
        else if (world.IsFollowing && world.Choices.Next(4) > 0) await taskActs[world.Choices.Next(taskActs.Length)]();
        else if (Next() is var next && next < acts.Length) await acts[next]();
        else await taskActs[world.Choices.Next(taskActs.Length)]();
    }

    // A closed destination and an unknown outcome are what people look at first, then what lies parked and what they split or joined just now.
    private int Next()
    {
        if (world.Ledger.Complaints.Count == 0 || (IsClosed && world.Choices.Next(3) > 0)) return 0;
        if (world.Ledger.Has(S.Unknown) && world.Choices.Next(2) == 1) return Settle;
        if (world.Aim.IsAtDesk && world.Ledger.Has(S.Forwarding)) return Hold + world.Choices.Next(2);
        if (world.Ledger.Has(S.Parked) && world.Choices.Next(3) == 2) return Replay;
        return world.Ledger.Kin.Count > 0 && world.Choices.Next(4) == 3 ? Undo : world.Choices.Next(acts.Length + 2);
    }

    private async Task<OperationResult> AnswerAsync(EditComplaint edit, string number)
    {
        var words = $"Jawaban {world.Identifiers.NewId()}.";
        var result = await edit.ExecuteAsync(number, null, Nothing, words, Officer, default);
        if (result.Done) world.Answers.Add((number, words));
        return result;
    }

    // What came before a restore may be there already, under a number that nobody knows any more: whoever releases it has looked.
    private Task<OperationResult> ReleaseAsync(ComplaintRow row) =>
        row.Reasons.Any(reason => reason.Code == "came-before-restore") && world.Centre.ForgottenIdOf(row) is { } id
            ? new DiscardComplaint(move).ExecuteAsync(row.Number, Officer with { Why = $"sudah ada di pusat: {id}" }, default)
            : release.ExecuteAsync(row.Number, Officer, default);

    private async Task<OperationResult> SettleAsync(SettleUnknown settle, string number)
    {
        var id = world.Centre.IdOf(number) ?? world.Centre.ForgottenIdOf(world.Ledger.Complaint(number)!);
        return id is null ? await settle.NotDeliveredAsync(number, Officer, default) : await settle.DeliveredAsync(number, id, Officer, null, false, default);
    }

    private async Task Switch(string name, Task<OperationResult> act) => world.Coverage.Count(Steps.NameOf(name), (await act).Code);

    // Any complaint will do when no states are given.
    private Task On(string name, S[] states, Func<ComplaintRow, Task<OperationResult>> act) => On(name, row => states.Length == 0 || states.Contains(row.State), act);

    private async Task On(string name, Func<ComplaintRow, bool> fits, Func<ComplaintRow, Task<OperationResult>> act)
    {
        List<ComplaintRow> fitting = [.. world.Ledger.Complaints.Where(fits)];
        if (fitting.Count == 0) return;
        var chosen = world.Choices.Of(fitting);
        if (world.Trace is not null) world.Note($"officer: {name} {chosen.Number}, {chosen.State}");
        var result = await act(chosen);
        world.Coverage.Count(Steps.NameOf(name), result.Code);
        if (world.Trace is not null) world.Note($"officer: {name} {chosen.Number}: {result.Code}");
    }

    private static Dictionary<string, string> Place(ComplaintRow row) => new() { ["lokasi"] = $"Jalan Merdeka {row.Version}" };

    /// <summary>Hours ahead of the true one: what was asked for just now looks old.</summary>
    private sealed class FastClock(SimulatedClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + TimeSpan.FromHours(2);
    }
}
