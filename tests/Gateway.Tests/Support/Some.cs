using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;
using Gateway.Infrastructure.Journal;

namespace Gateway.Tests.Support;

/// <summary>Rows that are right in every respect a test does not speak of. What it speaks of, it sets by <c>with</c>.</summary>
internal static partial class Some
{
    private static int _last;

    /// <summary>A working day at noon in Samarinda.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 5, 11, 12, 0, 0, TimeSpan.FromHours(8));

    public static DateTimeOffset After(double minutes) => Noon.AddMinutes(minutes);

    /// <summary>A ledger that remembers no journal.</summary>
    public static JournalPast NewJournal { get; } = new(null, HasSent: false, Noon);

    /// <summary>Who opened a destination.</summary>
    public static Reason Opener { get; } = new("opened-by-officer", "Rina");

    /// <summary>A new id of the length that ids have.</summary>
    public static string Id(string kind = "id") =>
        $"{kind}-{Interlocked.Increment(ref _last).ToString("D26", CultureInfo.InvariantCulture)}";

    /// <summary>A name, and a text of nearly the whole of it again and again: each place is searched almost to its end, beyond any limit of time.</summary>
    public static (string Name, string Text) Endless() => (
        string.Concat(Enumerable.Repeat("Siti ", 4000)),
        string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("Siti ", 3999)) + "x ", 200)));

    /// <summary>A keyed hash, as good as any.</summary>
    public static byte[] Key(string of) => SHA256.HashData(Encoding.UTF8.GetBytes(of));

    public static RoundRow Round(string channel = "dishub-email") => new(Id("round"), channel, "mailbox", Noon, null, 0, "node-1");

    public static ArrivalRow Arrival(string channel = "dishub-email") => new()
    {
        Id = Id("arrival"),
        Channel = channel,
        Kind = "email",
        MediaType = "message/rfc822",
        Received = Noon,
        Seen = After(1),
        WrappedKey = Key("wrapped"),
        Payload = new StoredPayload([1, 2, 3], null, 3),
        Envelope = [4, 5],
    };

    public static ComplaintEntry Complaint(string destination = "default") => new()
    {
        EventId = Id("event"),
        Number = Id("G"),
        Destination = destination,
        Klasifikasi = Klasifikasi.Pengaduan,
        Judul = "Lampu jalan mati",
        Isi = "Lampu jalan di depan pasar mati sejak hari Senin, mohon diperbaiki.",
        Written = Noon,
        Received = Noon,
        ContentKey = Key(Id("content")),
        WrappedKey = Key("wrapped"),
        Sealed = [9, 8, 7],
        Doubts = [],
    };

    /// <summary>The same as it stands in a ledger, without a look at one.</summary>
    public static ComplaintRow Row(string number) => new()
    {
        Number = number,
        Position = 1,
        ItemId = "item",
        State = ComplaintState.Held,
        Version = 1,
        Reasons = [],
        Channel = "dishub-email",
        Agency = "dishub",
        Destination = "default",
        Judul = "Lampu jalan mati",
        Isi = "Lampu jalan di depan pasar mati.",
        Seen = Noon,
        ContentKey = Key("content"),
        WrappedKey = Key("wrapped"),
        Sealed = [1],
    };

    /// <summary>A photo made ready to be sent.</summary>
    public static SentFile Sent(int ordinal) => new()
    {
        Ordinal = ordinal,
        MediaType = "image/jpeg",
        OriginHash = $"asal-{ordinal}",
        Payload = new StoredPayload(null, $"berkas-{ordinal}", 70_000 + ordinal),
        Hash = $"kirim-{ordinal}",
        Place = [1, 2, (byte)ordinal],
    };

    /// <summary>Files that the centre has taken under these ids.</summary>
    public static IReadOnlyList<SentFile> Uploaded(params IEnumerable<string> ids) => [.. ids.Select((id, i) => Sent(i + 1) with { UploadId = id })];

    /// <summary>An item that became one complaint.</summary>
    public static ItemEntry ItemEntry(ComplaintEntry? complaint = null, string agency = "dishub", string channel = "dishub-email")
    {
        var becomes = complaint ?? Complaint();
        return new ItemEntry
        {
            Id = Id("item"),
            Channel = channel,
            Agency = agency,
            Item = "1",
            SourceKey = Key(Id("source")),
            Occurrence = 0,
            ContentKey = becomes.ContentKey,
            Outcome = ItemOutcome.Complaint,
            Reasons = [],
            Received = Noon,
            Seen = After(1),
            Complaints = [becomes],
        };
    }

    /// <summary>An item that became nothing.</summary>
    public static ItemEntry BareItem(ItemOutcome outcome, params Reason[] reasons) =>
        ItemEntry() with { Outcome = outcome, Reasons = reasons, Complaints = [], ContentKey = null };

    public static ReporterEntry Reporter(params ReporterIndex[] indexes) => new(Id("reporter"), Key("wrapped"), [7, 7], indexes);

    public static ReporterIndex Phone(string number) => new("phone", Key(number), true);

    public static ReporterIndex Name(string name) => new("name", Key(name), false);

    public static Move Move(ComplaintRow row, ComplaintState to, ActorKind by = ActorKind.Person) => new()
    {
        Id = Id("event"),
        Number = row.Number,
        From = row.State,
        To = to,
        Version = row.Version,
        By = by,
        Actor = "budi",
        Reasons = [new Reason("by-hand")],
        At = After(5),
    };

    public static ClaimRequest Claim(string? number = null, string destination = "default", DateTimeOffset? now = null, int max = 100) =>
        new(Id("event"), destination, number, Id("lease"), now ?? After(10), max, "forwarder");

    public static AttemptRow Attempt(ComplaintRow claimed, AttemptStep step = AttemptStep.Create) => new()
    {
        Id = Id("attempt"),
        Number = claimed.Number,
        Destination = claimed.Destination,
        Step = step,
        LeaseToken = claimed.LeaseToken!,
        Begun = After(11),
        RequestHash = "00ff",
        Actor = "forwarder",
        Node = "simpul-1",
        Settings = 4,
    };

    /// <summary>The end of an attempt with the move that follows; no move when <paramref name="to"/> is null.</summary>
    public static AttemptEnd End(AttemptRow attempt, ComplaintRow claimed, AttemptOutcome outcome, ComplaintState? to, string? centralId = null) => new()
    {
        Id = attempt.Id,
        Number = attempt.Number,
        LeaseToken = attempt.LeaseToken,
        At = After(12),
        Outcome = outcome,
        Status = 200,
        Duration = TimeSpan.FromMilliseconds(250),
        Excerpt = "{}",
        Move = to is { } state ? Move(claimed, state, ActorKind.Worker) with { At = After(12), CentralId = centralId } : null,
    };

    public static LedgerEvent Event(ComplaintRow row, string kind, ComplaintState? to = null) =>
        new(Id("event"), row.Number, 0, After(6), kind, row.State, to ?? row.State, ActorKind.Person, "budi", [new Reason("by-hand")]);
}
