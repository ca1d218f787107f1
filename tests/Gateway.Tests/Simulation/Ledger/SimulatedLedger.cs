using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

/// <summary>
/// The whole ledger in memory, with exactly the meaning of <see cref="ILedger"/>. What it holds survives the crash of a simulated node:
/// it is the disk. Never waits, never fails by itself; lost answers and outages are put in front of it by the node's own view.
/// </summary>
/// <param name="fault">A promise it deliberately breaks; none for a true ledger.</param>
internal sealed partial class SimulatedLedger(LedgerFault fault) : ILedger
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, RoundRow> rounds = [];
    private readonly Dictionary<string, ArrivalRow> arrivals = [];
    private readonly Dictionary<string, ItemEntry> entries = [];
    private readonly Dictionary<string, ItemRow> items = [];
    private readonly Dictionary<string, (string Resolution, string Actor, string Reason, DateTimeOffset At)> resolutions = [];
    private readonly Dictionary<string, ItemEntry> latest = [];
    private readonly Dictionary<string, string> marks = [];
    private readonly Dictionary<string, string> threads = [];
    private readonly Dictionary<string, ReporterEntry> reporters = [];
    private readonly Dictionary<string, string> identities = [];
    private readonly Dictionary<string, ComplaintRow> complaints = [];
    private readonly Dictionary<string, List<AttachmentRow>> attachments = [];
    private readonly Dictionary<string, List<SentFile>> sent = [];
    private readonly Dictionary<string, List<string>> owners = [];
    private readonly Dictionary<string, List<LedgerEvent>> events = [];
    private readonly Dictionary<string, LedgerEvent> eventsById = [];
    private readonly Dictionary<string, List<AttemptRow>> attempts = [];
    private readonly Dictionary<string, AttemptEndResult> ended = [];
    private readonly Dictionary<string, DestinationRow> destinations = [];
    private readonly Dictionary<string, SortedDictionary<string, string>> book = [];
    private readonly Dictionary<string, TaskRow> tasks = [];
    private readonly Dictionary<string, string> taskMoves = [];
    private readonly Dictionary<string, Reading> readings = [];
    private readonly Dictionary<string, DateTimeOffset?> readDue = [];
    private Registry? registry;
    private long position;

    public SimulatedLedger() : this(LedgerFault.None) { }

    private bool Breaks(LedgerFault promise) => (fault & promise) != 0;

    private Task<T> Atomically<T>(Func<T> work)
    {
        lock (gate) return Task.FromResult(work());
    }

    private Task Atomically(Action work)
    {
        lock (gate) work();
        return Task.CompletedTask;
    }

    private static string Hex(byte[] key) => Convert.ToHexString(key);
}
