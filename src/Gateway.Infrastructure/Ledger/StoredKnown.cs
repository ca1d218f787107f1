using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An item found by a key, as the database gives it.</summary>
internal sealed class StoredKnown
{
    public const string Columns =
        """
        i.id AS Id, i.outcome AS Outcome, i.occurrence AS Occurrence, i.seen AS Seen, i.content_key AS ContentKey, i.arrival AS Arrival,
        (SELECT number FROM item_complaints WHERE item = i.id AND ordinal = 0) AS Number
        """;

    public string Id { get; set; } = "";
    public string Outcome { get; set; } = "";
    public long? Occurrence { get; set; }
    public long Seen { get; set; }
    public byte[]? ContentKey { get; set; }
    public string? Number { get; set; }
    public string? Arrival { get; set; }

    /// <summary>The mark that was found, where a prefix was asked for.</summary>
    public byte[]? Mark { get; set; }

    public KnownItem ToKnown(byte[] key) =>
        new(key, Id, Words.To<ItemOutcome>(Outcome), (int)(Occurrence ?? 0), Instant.At(Seen), ContentKey, Number, Arrival);
}
