using System.Globalization;
using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Parts;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>Everything that outlives a node - disk, queue, centre, sources, clock - and the nodes that live in it: one, or two that share the ledger.</summary>
internal sealed class World
{
    private readonly PriorityQueue<Action, DateTimeOffset> later = new();
    private int nodes;

    public World(Choices choices, Mutant mutant, List<string>? trace)
    {
        (Choices, Mutant, Trace) = (choices, mutant, trace);
        Ledger = new SimulatedLedger(mutant.Ledger);
        Centre = new SimulatedCentre(this);
        Sources = new SimulatedSources(this);
        IsSleepy = choices.Next(4) == 3;
        Registry = RegistryWith(requestsPerSecond: choices.Of([0, 5]), attempts: choices.Of([20, 2]));
        Ledger.WriteAsync(new DestinationRow { Key = Registry.Destinations[0].Key, State = DestinationState.Open }, default);
        FaultPercent = choices.Of([2, 6, 15]);
        CrashPercent = choices.Of([1, 0, 4]);
        // One node may hold the lock of its ledger and void the leases of the one before (SQLite); two only have their heartbeats.
        IsShared = choices.Next(4) == 3;
        Nodes.Add(NewNode());
        if (IsShared) Nodes.Add(NewNode());
    }

    public Choices Choices { get; }

    public Mutant Mutant { get; }

    public List<string>? Trace { get; }

    public SimulatedClock Clock { get; } = new();

    public SimulatedLedger Ledger { get; }

    public SimulatedBroker Broker { get; } = new();

    public SimulatedCentre Centre { get; }

    public SimulatedSources Sources { get; }

    public SimulatedIdentifiers Identifiers { get; } = new();

    public SimulatedVault Vault { get; } = new();

    public Coverage Coverage { get; } = new();

    public List<PendingCall> Pending { get; } = [];

    public List<Node> Nodes { get; } = [];

    /// <summary>Two nodes at once.</summary>
    public bool IsShared { get; }

    /// <summary>The actor whose code runs at this moment.</summary>
    public Actor Running { get; set; } = new("nobody", () => Task.FromResult(TimeSpan.Zero));

    /// <summary>Faults have stopped.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>How many times somebody came to the desk and did not act yet.</summary>
    public int OfficersCalled { get; set; }

    /// <summary>
    /// How many mails in a hundred take the process down when they are translated. Zero for now: a mailbox offers such a mail again as a new
    /// arrival with new tries, so that it would take the process down for ever; 4 once Core recognises it.
    /// </summary>
    public const int DeadlyPercent = 0;

    /// <summary>What goes wrong around a create is mostly that the machine sleeps for hours.</summary>
    public bool IsSleepy { get; }

    public int FaultPercent { get; }

    public int CrashPercent { get; }

    public Registry Registry { get; }

    /// <summary>When the next thing set by <see cref="Later"/> happens; null when nothing is set.</summary>
    public DateTimeOffset? NextLater => later.TryPeek(out _, out var at) ? at : null;

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
        node.Die();
        List<PendingCall> underWay = [.. Pending.Where(call => call.Node == node)];
        Pending.RemoveAll(call => call.Node == node);
        foreach (var call in underWay)
            if (!call.IsDone && !IsQuiet && Choices.Strikes(30)) call.Happen();
        Broker.ReturnAll(Clock.Now);
        Nodes[Nodes.IndexOf(node)] = NewNode();
    }

    public void Note(string what) => Trace?.Add(string.Create(CultureInfo.InvariantCulture, $"{Clock.Now:dd HH:mm:ss} {what}"));

    private Node NewNode()
    {
        var node = new Node(this, ++nodes);
        node.Actors = NodeActors.Of(node, voidsLeases: !IsShared && Choices.Next(2) == 1);
        return node;
    }

    private static Registry RegistryWith(double requestsPerSecond, int attempts) => new()
    {
        Version = 1,
        Agencies = [new Agency("dishub", "Dinas Perhubungan"), new Agency("kominfo", "Dinas Kominfo")],
        Destinations =
            [new Destination { Key = "default", State = DestinationState.Open, RequestsPerSecond = requestsPerSecond, Attempts = attempts }],
        Channels =
        [
            new Channel { Key = "dishub-form", Agency = "dishub", Kind = "webform", Policy = ChannelPolicy.Auto },
            new Channel { Key = "dishub-email", Agency = "dishub", Kind = "email", Policy = ChannelPolicy.Auto },
            new Channel { Key = "kominfo-email", Agency = "kominfo", Kind = "email", Policy = ChannelPolicy.Auto },
            new Channel { Key = "dishub-register", Agency = "dishub", Kind = "register", Policy = ChannelPolicy.Review },
        ],
    };
}
