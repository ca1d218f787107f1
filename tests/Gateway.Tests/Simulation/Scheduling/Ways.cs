using System.Collections.Frozen;
using Gateway.Contracts.Intake;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Relay;

namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>
/// What may go wrong at each seam. <c>fails</c>: nothing happens and the caller is told so; <c>lost</c>: it happens and the caller is told
/// that it did not; <c>late</c>: it happens, the answer comes much later; <c>frozen</c>: it happens much later; <c>overtaken</c>: the caller
/// is told that it did not happen, and then it does. The others are the seam's own.
/// </summary>
internal static class Ways
{
    /// <summary>Calls that few schedules make.</summary>
    public static readonly FrozenSet<string> Seldom = FrozenSet.Create("Thread", "FindByCentralId", "Attempts", "Wish", "Wishes", "Put", "Renew", "Regroup", "Read", "Probe", "Retire", "ReapTask");

    public static readonly TimeSpan[] Freezes =
        [TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(20), TimeSpan.FromHours(3)];

    /// <summary>After what time the centre stores what it did not answer; all within the settling time.</summary>
    public static readonly TimeSpan[] Delays = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(40)];

    private static readonly string[] Sleepy = ["frozen", "late"];
    private static readonly string[] Process = [Fault.Crash, Fault.Stopped, Fault.ClockSet];
    private static readonly string[] Reads = ["fails", "frozen", Fault.DatabaseAway, .. Process];
    private static readonly string[] Writes = ["fails", "lost", "late", "frozen", "overtaken", Fault.DatabaseAway, Fault.DiskFull, .. Process];
    private static readonly string[] Keeps = ["fails", "frozen", Fault.DiskFull, .. Process];
    private static readonly string[] Notes = ["fails", "lost", "late", "frozen", .. Process];
    private static readonly string[] Publishes = ["fails", "lost", "lost-message", "doubled", "delayed", "frozen", .. Process];
    private static readonly string[] Tells = ["fails", "lost", .. Process];
    private static readonly string[] Uploads = ["refused", "503", "no-answer", "401", "422", "500", "html", "too-few-ids", "late", "frozen", .. Process];
    private static readonly string[] Asks = ["refused", "no-answer", "500", "401", "frozen", .. Process];

    private static readonly string[] Tasks =
    [
        "refused", "503", "stored-no-answer", "no-answer", "stored-later", "stored-500", "late", "frozen", "422", "404", "401", "stored-no-id", "html", "stored-409", .. Process,
        "stored-no-answer", "stored-later", "stored-500",
    ];

    private static readonly string[] Creates =
    [
        "refused", "503", "stored-no-answer", "no-answer", "stored-500", "late", "frozen", "422", "401", "429", "503-retry-after", "500",
        "stored-303", "stored-no-id", "html", "stored-later", "stored-409", "lying-409", "lying-id", "lying-not-stored", "403", "413", .. Process,
        // What asks for a second look is worth more than its share.
        "stored-409", "stored-409", "lying-409", "lying-409", "stored-later",
    ];

    public static IReadOnlyList<string> Of(Seam seam, bool isSleepy) => seam switch
    {
        Seam.Create or Seam.Lease when isSleepy => Sleepy,
        Seam.LedgerRead => Reads,
        Seam.Payload => Keeps,
        Seam.LedgerWrite or Seam.Lease => Writes,
        Seam.Journal => Notes,
        Seam.Publish => Publishes,
        Seam.Acknowledge or Seam.TellSource => Tells,
        Seam.Create => Creates,
        Seam.Upload => Uploads,
        Seam.Task => Tasks,
        _ => Asks,
    };

    /// <summary>How often it goes wrong there, in a hundred: the centre is the worst part of the world, and what happens seldom fails often.</summary>
    public static int Percent(PendingCall call, int percent) => call.Seam switch
    {
        // Before a hand-on somebody always looks; what follows is worth more.
        _ when call.Name == "Read" && call.Actor.Name == "tasks" => percent,
        _ when Seldom.Contains(call.Name) => 50 + percent,
        _ when Steps.OfTasks.Contains(call.Name) && call.Seam != Seam.Task => 12 + percent,
        Seam.Create => Math.Min(90, 35 + (percent * 3)),
        Seam.Upload => 20 + (percent * 3),
        Seam.Task => Math.Min(90, 45 + (percent * 3)),
        Seam.Lease => 5 + (percent * 2),
        _ => percent,
    };

    /// <summary>Ways of a seam that a list names more than once are named once here.</summary>
    public static IEnumerable<string> DistinctOf(Seam seam) => Of(seam, isSleepy: false).Distinct();

    public static bool IsTimeOut(string way) => way is "no-answer" or "stored-no-answer" or "stored-later";

    public static Exception Outage(Seam seam) => seam switch
    {
        Seam.LedgerRead or Seam.LedgerWrite or Seam.Lease => new LedgerUnavailableException("simulated"),
        Seam.Journal => new JournalUnavailableException("simulated"),
        Seam.Publish or Seam.Acknowledge => new BrokerUnavailableException("simulated"),
        Seam.TellSource => new SourceUnavailableException("simulated"),
        _ => new IntakeRefusedException("simulated"),
    };

    /// <summary>Failures a loop of the server lives with: it waits and goes on.</summary>
    public static bool IsForeseen(Exception thrown) =>
        thrown is LedgerUnavailableException or JournalUnavailableException or BrokerUnavailableException or SourceUnavailableException or IntakeRefusedException;
}
