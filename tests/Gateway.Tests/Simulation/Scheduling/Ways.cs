using Gateway.Contracts.Intake;
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
    public static readonly TimeSpan[] Freezes =
        [TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(20), TimeSpan.FromHours(3)];

    public static IReadOnlyList<string> Of(Seam seam, bool isSleepy) => seam switch
    {
        Seam.Create or Seam.Lease when isSleepy => ["frozen", "late"],
        Seam.LedgerRead => ["fails", "frozen"],
        Seam.LedgerWrite or Seam.Lease => ["fails", "lost", "late", "frozen", "overtaken"],
        Seam.Payload => ["fails", "frozen"],
        Seam.Publish => ["fails", "lost", "lost-message", "doubled", "delayed", "frozen"],
        Seam.Acknowledge => ["fails", "lost"],
        Seam.TellSource => ["fails", "lost"],
        Seam.Create =>
        [
            "refused", "503", "stored-no-answer", "no-answer", "stored-500", "late", "frozen", "422", "401", "429", "503-retry-after", "500",
            "stored-303", "stored-no-id", "html", "stored-later", "stored-409", "lying-409", "lying-id", "lying-id", "lying-id", "lying-not-stored", "403", "413",
        ],
        Seam.Upload => ["refused", "503", "no-answer", "401", "422", "500", "html", "too-few-ids", "late", "frozen"],
        _ => ["refused", "no-answer", "500", "401", "frozen"],
    };

    /// <summary>How often it goes wrong there, in a hundred: the centre is the worst part of the world.</summary>
    public static int Percent(Seam seam, int percent) => seam switch
    {
        Seam.Create => Math.Min(90, 20 + (percent * 3)),
        Seam.Upload or Seam.Read or Seam.Lease => 5 + (percent * 2),
        _ => percent,
    };

    public static bool IsTimeOut(string way) => way is "no-answer" or "stored-no-answer" or "stored-later";

    public static Exception Outage(Seam seam) => seam switch
    {
        Seam.LedgerRead or Seam.LedgerWrite or Seam.Lease => new LedgerUnavailableException("simulated"),
        Seam.Publish or Seam.Acknowledge => new BrokerUnavailableException("simulated"),
        Seam.TellSource => new SourceUnavailableException("simulated"),
        _ => new IntakeRefusedException("simulated"),
    };

    /// <summary>Failures a loop of the server lives with: it waits and goes on.</summary>
    public static bool IsForeseen(Exception thrown) =>
        thrown is LedgerUnavailableException or BrokerUnavailableException or SourceUnavailableException or IntakeRefusedException;
}
