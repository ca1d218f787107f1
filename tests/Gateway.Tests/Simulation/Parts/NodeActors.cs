using Gateway.Contracts.Intake;
using Gateway.Core.Attachments;
using Gateway.Core.Connectivity;
using Gateway.Core.Duplicates;
using Gateway.Core.FollowUps;
using Gateway.Core.Forwarding;
using Gateway.Core.Gates;
using Gateway.Core.Identity;
using Gateway.Core.Intake;
using Gateway.Core.Nodes;
using Gateway.Core.Operations;
using Gateway.Core.Relay;
using Gateway.Tests.Simulation.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;
using S = Gateway.Core.Ledger.ComplaintState;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>
/// The composition root of a simulated node: the real objects of Core, and the loops that the server would run over them. A loop whose
/// step would find nothing is not started, so that steps are spent where something can go wrong.
/// </summary>
internal static class NodeActors
{
    /// <summary>Longer than in the server, since a quiet world looks every four minutes.</summary>
    public static readonly NodeLease Lease = new(TimeSpan.FromMinutes(5));

    private static readonly string[] Kinds = ["webform", "email", "register"];

    /// <summary>The loops of a node.</summary>
    /// <param name="node">A new node.</param>
    /// <param name="isFirst">Nobody was there before it: it has nothing to put right.</param>
    /// <param name="voidsLeases">It holds the lock of the ledger and voids the leases of the one before (SQLite).</param>
    public static Actor[] Of(Node node, bool isFirst, bool voidsLeases)
    {
        var world = node.World;
        var ledger = new NodeLedger(node, world.Ledger);
        var (ids, vault, time) = (world.Identifiers, world.Vault, world.Clock);
        var registry = new FixedRegistry(world.Mutant.Has(GatewayFault.NeverParksExhausted) ? Patient(world.Registry) : world.Registry);
        var payloads = new NodePayloads(node);
        var broker = new NodeBroker(node);
        var translator = new SimulatedTranslator(node);
        var options = new ForwardingOptions { Node = node.Name, Window = world.Window };
        var self = new ThisNode(node.Name, node.Name);
        var intake = new IntakePipeline(
            ledger, self, payloads, vault, ids, registry,
            Kinds.ToDictionary(kind => kind, IMessageTranslator (_) => translator),
            node, time, NullLogger<IntakePipeline>.Instance)
        {
            Accuse = ReadBefore.Accuse,
        };
        var preparation = new Preparation(ledger, payloads, vault, new SimulatedPictures());
        var heartbeat = new Heartbeat(ledger, self, Lease, time, NullLogger<Heartbeat>.Instance);
        var duties = new Duties(ledger, self, Lease, time);
        var duplicates = new DuplicateSearch(ledger, new ComplaintReader(vault), vault, new DuplicatesOptions { LookBack = TimeSpan.FromDays(60) }) { Tell = ReadBefore.Tell, Sign = ReadBefore.Sign };
        var gates = new GateKeeper(ledger, new ComplaintReader(vault), preparation, registry, ids, new GatesOptions(), duplicates, duties, node, time) { Gates = ReadBefore.Gates };
        var journal = new NodeJournal(node);
        var relay = new OutboxRelay(ledger, broker, new ComplaintReader(vault), registry, options, ids, node, time);
        var forwarder = new Forwarder(
            ledger, new JournaledCentral(new NodeCentre(node), journal, ledger, time, NullLogger<JournaledCentral>.Instance), payloads, preparation, vault, registry, ids, options, node, time, NullLogger<Forwarder>.Instance);
        var sweeper = new Sweeper(ledger, broker, forwarder, registry, options, time);
        var reaper = new LeaseReaper(new ComplaintLeases(ledger, ids, time), registry, time, NullLogger<LeaseReaper>.Instance);
        var wishes = new ApplyWishes(ledger, ids, time);
        var taskReaper = new LeaseReaper(new TaskLeases(ledger, ids, time), registry, time, NullLogger<LeaseReaper>.Instance);
        var words = new TaskWords(ledger, payloads, preparation, vault);
        var tasks = new TaskRunner(ledger, new NodeCentre(node), words, vault, registry, ids, options, node, time, NullLogger<TaskRunner>.Instance);
        var officers = new Officers(node, ledger, payloads, registry, words);
        var consumer = new Consumer(node, forwarder);
        var door = new Door(node, intake);
        var turns = new SourceTurns(duties, intake);
        var isUp = isFirst;

        bool Lacks(GatewayFault fault) => world.Mutant.Has(fault);

        Actor Loop(string name, int seconds, Func<Task> step, Func<bool>? hasWork = null) =>
            new(name, step, hasWork is null ? () => isUp : () => isUp && hasWork(), TimeSpan.FromSeconds(seconds));

        async Task StartAsync()
        {
            await heartbeat.BeatAsync(default);
            if (voidsLeases)
            {
                await heartbeat.RetireOthersAsync(default);
                await reaper.VoidAllAsync(default);
                await taskReaper.VoidAllAsync(default);
            }

            if (!Lacks(GatewayFault.NeverRecovers)) await intake.RecoverAsync(default);
            await gates.StepAsync(default);
            isUp = true;
        }

        // Who has not the duty knows that for a while, and to ask again meanwhile would be most of the steps.
        async Task<TimeSpan> JudgeAsync() => TimeSpan.FromSeconds(await gates.StepAsync(default) > 0 ? 2 : 60);

        async Task<TimeSpan> RunTasksAsync() => await tasks.StepAsync("default", default) && !world.IsQuiet ? TimeSpan.Zero : TimeSpan.FromSeconds(2);

        // A form is posted to whichever node.
        Task LookAsync(string channel) => channel == SimulatedSources.Form ? door.StepAsync(channel) : LookInTurnAsync(channel);

        async Task LookInTurnAsync(string channel)
        {
            if (await turns.HasAsync(channel, default)) await door.StepAsync(channel);
        }

        return
        [
            new Actor("start", StartAsync, () => !isUp, TimeSpan.Zero),
            .. SimulatedSources.Channels.Select(channel => Loop(channel, 30, () => LookAsync(channel), () => world.Sources.Waits(channel))),
            Loop("recovery", 60, () => intake.RecoverAsync(default), () => !Lacks(GatewayFault.NeverRecovers) && world.Ledger.HasUnfinished),
            new Actor("gates", JudgeAsync, () => isUp && world.Ledger.Has(S.Recorded), null),
            Loop("heartbeat", 60, () => heartbeat.StepAsync(default), () => (world.Ledger.HasSeveralNodes || !world.Ledger.Knows(node.Name)) && (world.Sources.HasWaiting || world.Ledger.HasUnfinished || world.Ledger.Has(S.Recorded))),
            new Actor("tasks", RunTasksAsync, () => isUp && world.Ledger.NextTaskDue <= time.GetUtcNow(), null),
            Loop("relay", 2, () => relay.StepAsync(default), () => world.Ledger.HasUnpublished(time.GetUtcNow())),
            Loop("consumer-1", 0, consumer.StepAsync, () => world.Broker.HasVisible(time.Now)),
            Loop("consumer-2", 0, consumer.StepAsync, () => world.Broker.HasVisible(time.Now)),
            Loop("sweeper", 60, () => sweeper.StepAsync(default), () => !Lacks(GatewayFault.NeverSweeps) && (world.Ledger.Has(S.Queued) || world.Ledger.Has(S.Retrying))),
            Loop("reaper", 30, () => ReapAsync(reaper, taskReaper, world), () => !Lacks(GatewayFault.NeverReaps) && (world.Ledger.Has(S.Forwarding) || world.Ledger.HasRunningTask)),
            Loop("wishes", 5, () => wishes.StepAsync(default), () => world.Ledger.HasWishes),
            Loop("officer-1", 0, officers.StepAsync, () => officers.AreNeeded),
            Loop("officer-2", 0, officers.StepAsync, () => officers.AreNeeded && !world.IsQuiet),
        ];
    }

    private static async Task ReapAsync(LeaseReaper reaper, LeaseReaper taskReaper, World world)
    {
        if (world.Ledger.Has(S.Forwarding)) await reaper.StepAsync(default);
        if (world.Ledger.HasRunningTask) await taskReaper.StepAsync(default);
    }

    private static Registry Patient(Registry registry) => registry with { Destinations = [.. registry.Destinations.Select(destination => destination with { Attempts = 1000 })] };
}
