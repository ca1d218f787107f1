using System.Collections.Frozen;
using Gateway.Core;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>Every step at which a fault can strike, every fault that can strike there, and which pairs cannot meet.</summary>
internal static class Steps
{
    /// <summary>Calls that leave Core, by their seam. A call that is not here is one that nobody thought of.</summary>
    public static IReadOnlyList<(Seam Seam, string[] Calls)> BySeam { get; } =
    [
        (Seam.LedgerRead,
        [
            "UnfinishedArrivals", "OpenRounds", "Round", "ItemsOf", "Known", "Thread", "FindReporter", "Find", "FindByCentralId", "Unjudged", "SameContent", "Near", "Events",
            "Attempts", "Attachments", "SentFiles", "Reporter", "Lineage", "Wishes", "Unpublished", "Urgent", "PublishedUnclaimed", "Leases", "Destination", "Get", "FindBook", "Nodes",
            "Tasks", "TasksIn", "DueTask",
        ]),
        (Seam.LedgerWrite,
        [
            "OpenRound", "CloseRound", "Keep", "CountTry", "Record", "KeepSent", "Move", "Regroup", "Revise", "Wish", "MarkPublished", "ForgetPublished", "WriteDestination", "Put", "Beat", "Retire", "TakeDuty", "StartTask", "Link",
        ]),
        (Seam.Lease, ["Claim", "Renew", "Begin", "Complete", "Reap", "ClaimTask", "MoveTask", "ReapTask"]),
        (Seam.Payload, ["KeepBytes"]),
        (Seam.Publish, ["Publish"]),
        (Seam.Acknowledge, ["Acknowledge"]),
        (Seam.TellSource, ["Tell"]),
        (Seam.Journal, ["AppendJournal"]),
        (Seam.Create, ["Create"]),
        (Seam.Upload, ["Upload"]),
        (Seam.Task, ["HandOn", "PostFollowUp"]),
        (Seam.Read, ["Read", "Probe"]),
    ];

    /// <summary>Steps of what is done about complaints that are at the centre. Before them a whole delivery must have gone well, so they are struck more seldom.</summary>
    public static FrozenSet<string> OfTasks { get; } = FrozenSet.Create(
        "Tasks", "TasksIn", "DueTask", "StartTask", "Link", "ClaimTask", "MoveTask", "ReapTask", "HandOn", "PostFollowUp", nameof(CrashPoint.TaskBegun), nameof(CrashPoint.TaskAnswered));

    /// <summary>Acts of officers, each of which must have been done often.</summary>
    public static IReadOnlyList<string> Acts { get; } =
        ["Release", "Hold", "Discard", "Replay", "Settle", "Open", "Pause", "Split", "Join", "Undo", "Edit", "Answer", "Ask", "Link", "Relate", "HandOn", "SettleTask"];

    /// <summary>Calls of the ledger that no loop of a simulated node makes, and why.</summary>
    public static IReadOnlyDictionary<string, string> NeverCalled { get; } = new Dictionary<string, string>
    {
        ["Arrival"] = "only an officer at the quarantine reads one arrival",
        ["Item"] = "only an officer at the desk reads one item",
        ["FollowUp"] = "sources here seldom add to what has left; sending it on has tests of its own",
        ["Items"] = "only an officer at the quarantine lists items",
        ["ResolveItem"] = "only an officer at the quarantine resolves one",
        ["MarksUnder"] = "no source here is a chat; the alignment of chats has tests of its own",
        ["Awaited"] = "only what was said in a chat or a mail is looked for among what is awaited",
        ["LoggedEvents"] = "an audit: it changes nothing",
        ["LoggedAttempts"] = "an audit: it changes nothing",
        ["Sums"] = "an audit: it changes nothing",
        ["Tally"] = "an audit: it changes nothing",
        ["Seen"] = "an audit: it changes nothing",
        ["Append"] = "who looked at an identity: it changes nothing else",
        ["List"] = "pages and lists: they change nothing",
        ["Linked"] = "pages and lists: they change nothing",
        ["Owners"] = "pages and lists: they change nothing",
        ["Backlog"] = "pages and lists: they change nothing",
        ["NextDue"] = "pages and lists: they change nothing",
        ["Destinations"] = "pages and lists: they change nothing",
        ["Masters"] = "lists of the centre: no complaint moves by them, and their rules have tests of their own",
        ["KeepMasters"] = "lists of the centre: no complaint moves by them, and their rules have tests of their own",
        ["RenewTask"] = "a simulated centre has one page of follow-ups, and a look at it is one call",
        ["UnderWay"] = "asked before the turn of the limit: the claim decides, and the steps of the turn lie between",
        ["RecountDue"] = "once a minute beside what the sweeper forgets; it has tests of its own",
        ["Renumber"] = "only an officer corrects a number that a person had brought; it has tests of its own",
        ["TakeReading"] = "read-back asks, and tells the destination only whether the centre can be reached; it has tests of its own",
        ["Reading"] = "read-back asks, and tells the destination only whether the centre can be reached; it has tests of its own",
        ["KeepReading"] = "read-back asks, and tells the destination only whether the centre can be reached; it has tests of its own",
        ["LeaveDuty"] = "no registry here is newer than its node",
        ["RegistryVersion"] = "nobody applies a registry in a simulated world",
        ["Registry"] = "nobody applies a registry in a simulated world",
        ["WriteRegistry"] = "nobody applies a registry in a simulated world",
    };

    /// <summary>Every pair that can meet.</summary>
    public static IEnumerable<(string Step, string Fault)> Pairs =>
    [
        .. from seam in BySeam from step in seam.Calls from fault in Ways.DistinctOf(seam.Seam) select (step, fault),
        .. Enum.GetNames<CrashPoint>().Select(point => (point, Fault.Crash)),
        .. Acts.Select(act => (NameOf(act), "done")),
        ("restore", "with-journal"),
        ("restore", "without-journal"),
    ];

    public static string NameOf(string act) => "officer: " + act;
}
