using Gateway.Core.Ledger;
using Gateway.Core.Payloads;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An arrival as the database gives it.</summary>
internal sealed class StoredArrival
{
    public const string Select =
        """
        SELECT id AS Id, channel AS Channel, kind AS Kind, round AS Round, media_type AS MediaType, received AS Received, seen AS Seen,
               cut_over AS CutOver, tries AS Tries, done AS Done, wrapped_key AS WrappedKey, inline AS Inline, [file] AS [File],
               length AS Length, envelope AS Envelope, node AS Node
        FROM arrivals
        """;

    public string Id { get; set; } = "";
    public string Channel { get; set; } = "";
    public string Kind { get; set; } = "";
    public string? Round { get; set; }
    public string? MediaType { get; set; }
    public long? Received { get; set; }
    public long Seen { get; set; }
    public long? CutOver { get; set; }
    public long Tries { get; set; }
    public long Done { get; set; }
    public byte[] WrappedKey { get; set; } = [];
    public byte[]? Inline { get; set; }
    public string? File { get; set; }
    public long Length { get; set; }
    public byte[] Envelope { get; set; } = [];
    public string? Node { get; set; }

    public ArrivalRow ToRow() => new()
    {
        Id = Id,
        Channel = Channel,
        Kind = Kind,
        Round = Round,
        MediaType = MediaType,
        Received = Instant.At(Received),
        Seen = Instant.At(Seen),
        CutOver = Instant.At(CutOver),
        Tries = (int)Tries,
        Done = Done != 0,
        WrappedKey = WrappedKey,
        Payload = new StoredPayload(Inline, File, Length),
        Envelope = Envelope,
        Node = Node,
    };
}
