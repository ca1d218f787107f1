using System.Globalization;
using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Parts;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>Everything that outlives a node - disk, queue, centre, sources, clock - and the nodes that live in it: one, or two that share the ledger.</summary>
internal sealed class World
{
    private static readonly double[] Rates = [0, 5];
    private static readonly int[] MostAttempts = [20, 2];
    private static readonly int[] Concurrencies = [4, 1];
    private static readonly int[] Windows = [256, 1];
    private static readonly int[] FaultPercents = [2, 6, 15];
    private static readonly int[] CrashPercents = [1, 0, 5];
    private static readonly Actor Nobody = new("nobody", () => Task.CompletedTask, () => false, null);

    private readonly PriorityQueue<Action, DateTimeOffset> later = new();
    private int nodes;
    private DateTimeOffset calendarSet = DateTimeOffset.MinValue;

    public World(Choices choices, Mutant mutant, Coverage coverage, List<string>? trace)
    {
        (Choices, Mutant, Coverage, Trace) = (choices, mutant, coverage, trace);
        Aim = Aim.Of(choices);
        Clock = new SimulatedClock(isMonotonic: !mutant.Has(GatewayFault.LeasesByCalendar));
        Clock.Waking = AsRunning;
        Witness = new Witness(this);
        Ledger = new SimulatedLedger(mutant.Ledger);
        Centre = new SimulatedCentre(this);
        Sources = new SimulatedSources(this);
        IsSleepy = choices.Next(4) == 3;
        Registry = RegistryWith(requestsPerSecond: choices.Of(Rates), attempts: choices.Of(MostAttempts), maxConcurrency: choices.Of(Concurrencies));
        Window = choices.Of(Windows);
        FaultPercent = choices.Of(FaultPercents);
        CrashPercent = choices.Of(CrashPercents);
        IsRough = choices.Next(3) > 0;
        IsDown = (choices.Next(8) == 7 && !Aim.IsAtTasks && !Aim.IsAtTakenId) || Aim.IsAtProbe;
        IsLying = (choices.Next(4) == 3 && !Aim.IsAtTasks) || Aim.IsAtTakenId;
        IsBusy = choices.Next(6) == 5 || Aim.IsAtDesk;
        IsFollowing = (choices.Next(5) == 4 && !IsDown && !IsLying) || Aim.IsAtTasks;
        Ledger.WriteAsync(
            new DestinationRow
            {
                Key = Registry.Destinations[0].Key,
                State = DestinationState.Open,
                // Whoever is after the probe finds the breaker open; with the others a create has been refused before it opens.
                Failures = Aim.IsAtProbe ? DestinationRules.BreakerAfter : IsDown ? DestinationRules.BreakerAfter - 1 : 0,
                BreakerUntil = Aim.IsAtProbe ? Clock.Now : null,
            },
            default);
        // One node may hold the lock of its ledger and void the leases of the one before (SQLite); two only have their heartbeats.
        IsShared = choices.Next(3) == 2 || Aim.IsAtDuty;
        if (!IsShared && choices.Next(5) == 4) Restoration = new Restoration(this);
        Nodes.Add(NewNode());
        if (IsShared) Nodes.Add(NewNode());
    }

    public Choices Choices { get; }

    /// <summary>What this schedule is after.</summary>
    public Aim Aim { get; }

    public Mutant Mutant { get; }

    public List<string>? Trace { get; }

    public SimulatedClock Clock { get; }

    public Witness Witness { get; }

    public SimulatedLedger Ledger { get; private set; }

    /// <summary>The delivery journal, on a disk of its own.</summary>
    public List<JournalEntry> Journal { get; } = [];

    /// <summary>The backup and its restore; null in a world without. Only one that has the ledger alone may put it back.</summary>
    public Restoration? Restoration { get; }

    public SimulatedBroker Broker { get; } = new();

    public SimulatedCentre Centre { get; }

    public SimulatedSources Sources { get; }

    public SimulatedIdentifiers Identifiers { get; } = new();

    public SimulatedVault Vault { get; } = new();

    public Coverage Coverage { get; }

    public List<PendingCall> Pending { get; } = [];

    public List<Node> Nodes { get; } = [];

    /// <summary>Two nodes at once.</summary>
    public bool IsShared { get; }

    /// <summary>The actor whose code runs at this moment.</summary>
    public Actor Running { get; set; } = Nobody;

    /// <summary>Faults have stopped.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>How many times somebody came to the desk and did not act yet.</summary>
    public int OfficersCalled { get; set; }

    /// <summary>What officers were told they had added, and to what.</summary>
    public List<(string Number, string Words)> Answers { get; } = [];

    /// <summary>How many mails in a hundred take the process down when they are translated.</summary>
    public const int DeadlyPercent = 10;

    /// <summary>How many complaints with files in a hundred take the process down when they are made ready for the centre.</summary>
    public const int KillerPercent = 8;

    /// <summary>What goes wrong around a create is mostly that the machine sleeps for hours.</summary>
    public bool IsSleepy { get; }

    public int FaultPercent { get; }

    public int CrashPercent { get; }

    /// <summary>Whole parts of the world fail for a while: a node is stopped, the database is away, the disk is full, the clock is set.</summary>
    public bool IsRough { get; }

    /// <summary>The centre is hardly there: it refuses nearly every connection.</summary>
    public bool IsDown { get; }

    /// <summary>The centre has got its numbers wrong: what is new there gets the number of another.</summary>
    public bool IsLying { get; }

    /// <summary>Officers do several things in a row.</summary>
    public bool IsBusy { get; }

    /// <summary>Officers mostly have something done about what is at the centre.</summary>
    public bool IsFollowing { get; }

    /// <summary>A complaint is at the centre before anything goes wrong: to be followed, or to be mistaken for another.</summary>
    public bool BeginsDelivered => IsFollowing || IsLying;

    /// <summary>How many wake-ups may be published and not claimed.</summary>
    public int Window { get; }

    /// <summary>
    /// The clock was set ahead within the settling time, which the calendar alone measures: a person knows of it and waits. This is the one
    /// place where the gateway trusts the calendar with a second create; docs/operations.md says so.
    /// </summary>
    public bool IsCalendarNew => Clock.Now < calendarSet.Add(Registry.Destinations[0].SafeSettleAfter);

    public DateTimeOffset DatabaseAwayUntil { get; set; } = DateTimeOffset.MinValue;

    public DateTimeOffset DiskFullUntil { get; set; } = DateTimeOffset.MinValue;

    public Registry Registry { get; }

    /// <summary>When the next thing set by <see cref="Later"/> happens; null when nothing is set.</summary>
    public DateTimeOffset? NextLater => later.TryPeek(out _, out var at) ? at : null;

    /// <summary>True time before which the centre wants no calls; null when it did not say so.</summary>
    public DateTimeOffset? NotBefore => Ledger.Destination("default")?.NotBefore is { } asked ? Clock.TrueTimeOf(asked) : null;

    /// <summary>Something outside the gateway that happens after a while.</summary>
    public void Later(TimeSpan wait, Action what) => later.Enqueue(what, Clock.Now + wait);

    public void RunLater()
    {
        while (later.TryPeek(out var what, out var at) && at <= Clock.Now)
        {
            later.Dequeue();
            what();
        }
    }

    /// <summary>
    /// A node dies between two steps. What it had under way may still reach the disk or the centre; nothing comes back. A new node starts.
    /// </summary>
    public void Crash(Node node)
    {
        Die(node);
        Nodes[Nodes.IndexOf(node)] = NewNode();
    }

    /// <summary>The only node dies with its ledger, and a new one begins on another.</summary>
    /// <param name="ledger">The other ledger.</param>
    /// <param name="prepare">What is done to it before anything runs on it.</param>
    public void Replace(SimulatedLedger ledger, Action prepare)
    {
        Die(Nodes[0]);
        Ledger = ledger;
        prepare();
        Nodes[0] = NewNode();
    }

    /// <summary>The calendar is set, so far beside true time.</summary>
    public void SetCalendar(TimeSpan drift)
    {
        if (drift > Clock.Drift) calendarSet = Clock.Now;
        Clock.Drift = drift;
    }

    private Action AsRunning(Action wake)
    {
        var actor = Running;
        return () =>
        {
            Running = actor;
            wake();
        };
    }

    public void Note(string what) => Trace?.Add(string.Create(CultureInfo.InvariantCulture, $"{Clock.Now:dd HH:mm:ss} {what}"));

    private void Die(Node node)
    {
        node.Die();
        List<PendingCall> underWay = [.. Pending.Where(call => call.Node == node)];
        Pending.RemoveAll(call => call.Node == node);
        foreach (var call in underWay)
        {
            Coverage.Count(call.Name, Fault.Crash);
            call.IsOrphaned = true;
            if (!call.IsDone && !call.FailsLater && !IsQuiet && Choices.Strikes(30)) call.Happen();
        }

        Broker.ReturnAll(Clock.Now);
    }

    private Node NewNode()
    {
        var node = new Node(this, ++nodes);
        var isFirst = nodes <= (IsShared ? 2 : 1);
        if (isFirst) Ledger.BeatAsync(node.Name, node.Name, Clock.Now, default);
        node.Actors = NodeActors.Of(node, isFirst, voidsLeases: !IsShared && Choices.Next(2) == 1);
        return node;
    }

    private static Registry RegistryWith(double requestsPerSecond, int attempts, int maxConcurrency) => new()
    {
        Version = 1,
        Agencies = [new Agency("dishub", "Dinas Perhubungan"), new Agency("kominfo", "Dinas Kominfo")],
        Destinations =
            [new Destination { Key = "default", State = DestinationState.Open, RequestsPerSecond = requestsPerSecond, Attempts = attempts, MaxConcurrency = maxConcurrency }],
        Channels =
        [
            new Channel { Key = "dishub-form", Agency = "dishub", Kind = "webform", Policy = ChannelPolicy.Auto },
            new Channel { Key = "dishub-email", Agency = "dishub", Kind = "email", Policy = ChannelPolicy.Auto },
            new Channel { Key = "kominfo-email", Agency = "kominfo", Kind = "email", Policy = ChannelPolicy.Review },
            new Channel { Key = "dishub-register", Agency = "dishub", Kind = "register", Policy = ChannelPolicy.Review },
        ],
    };
}
