using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>A complaint as the database gives it.</summary>
internal class StoredComplaint
{
    public const string Select =
        """
        SELECT c.position AS Position, c.number AS Number, c.item_id AS ItemId, c.state AS State, c.version AS Version, c.reasons AS Reasons,
               c.channel AS Channel, c.agency AS Agency, c.destination AS Destination, c.round AS Round, c.klasifikasi AS Klasifikasi,
               c.judul AS Judul, c.isi AS Isi, c.written AS Written, c.received AS Received, c.seen AS Seen, c.content_key AS ContentKey,
               c.reporter AS Reporter, c.wrapped_key AS WrappedKey, c.sealed AS Sealed, c.central_id AS CentralId, c.attempts AS Attempts,
               c.claims AS Claims, c.due AS Due, c.ready_at AS ReadyAt, c.lease_token AS LeaseToken, c.lease_beat AS LeaseBeat,
               c.published AS Published, c.wish AS Wish, c.wish_by AS WishBy, c.link_to AS LinkTo, c.link_found AS LinkFound, c.suspect AS Suspect,
               c.supervised AS Supervised, c.danger AS Danger, c.asked AS Asked, c.central_status AS CentralStatus, c.closed AS Closed
        FROM complaints c
        """;

    public long Position { get; set; }
    public string Number { get; set; } = "";
    public string ItemId { get; set; } = "";
    public string State { get; set; } = "";
    public long Version { get; set; }
    public string Reasons { get; set; } = "[]";
    public string Channel { get; set; } = "";
    public string Agency { get; set; } = "";
    public string Destination { get; set; } = "";
    public string? Round { get; set; }
    public string? Klasifikasi { get; set; }
    public string Judul { get; set; } = "";
    public string Isi { get; set; } = "";
    public long? Written { get; set; }
    public long? Received { get; set; }
    public long Seen { get; set; }
    public byte[] ContentKey { get; set; } = [];
    public string? Reporter { get; set; }
    public byte[] WrappedKey { get; set; } = [];
    public byte[] Sealed { get; set; } = [];
    public string? CentralId { get; set; }
    public long Attempts { get; set; }
    public long Claims { get; set; }
    public long? Due { get; set; }
    public long ReadyAt { get; set; }
    public string? LeaseToken { get; set; }
    public long LeaseBeat { get; set; }
    public long? Published { get; set; }
    public string? Wish { get; set; }
    public string? WishBy { get; set; }
    public string? LinkTo { get; set; }
    public string? LinkFound { get; set; }
    public long Suspect { get; set; }
    public long Supervised { get; set; }
    public string? Danger { get; set; }
    public long? Asked { get; set; }
    public string? CentralStatus { get; set; }
    public long Closed { get; set; }

    public ComplaintRow ToRow() => new()
    {
        Position = Position,
        Number = Number,
        ItemId = ItemId,
        State = Words.To<ComplaintState>(State),
        Version = (int)Version,
        Reasons = Words.ToReasons(Reasons),
        Channel = Channel,
        Agency = Agency,
        Destination = Destination,
        Round = Round,
        Klasifikasi = Words.ToOptional<Klasifikasi>(Klasifikasi),
        Judul = Judul,
        Isi = Isi,
        Written = Instant.At(Written),
        Received = Instant.At(Received),
        Seen = Instant.At(Seen),
        ContentKey = ContentKey,
        Reporter = Reporter,
        WrappedKey = WrappedKey,
        Sealed = Sealed,
        CentralId = CentralId,
        Attempts = (int)Attempts,
        Claims = (int)Claims,
        Due = Instant.At(Due),
        LeaseToken = LeaseToken,
        LeaseBeat = (int)LeaseBeat,
        Published = Instant.At(Published),
        Wish = Words.ToOptional<ComplaintState>(Wish),
        WishBy = WishBy,
        LinkTo = LinkTo,
        LinkFound = LinkFound,
        Suspect = Suspect != 0,
        Supervised = Supervised != 0,
        Danger = Danger,
        Asked = Instant.At(Asked),
        CentralStatus = CentralStatus,
        IsKnownClosed = Closed != 0,
    };
}
