using System.Text.Json;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An item with its outcome as SQLite gives it.</summary>
internal sealed class StoredItem
{
    public const string Select =
        """
        SELECT i.id AS Id, i.arrival AS Arrival, i.channel AS Channel, i.item AS Item, i.outcome AS Outcome, i.reasons AS Reasons,
               i.received AS Received, i.seen AS Seen, i.resolved AS Resolved,
               (SELECT json_group_array(number) FROM (SELECT number FROM item_complaints WHERE item = i.id ORDER BY ordinal)) AS Numbers
        FROM items i
        """;

    public string Id { get; set; } = "";
    public string? Arrival { get; set; }
    public string Channel { get; set; } = "";
    public string Item { get; set; } = "";
    public string Outcome { get; set; } = "";
    public string Reasons { get; set; } = "[]";
    public long? Received { get; set; }
    public long Seen { get; set; }
    public string? Resolved { get; set; }
    public string Numbers { get; set; } = "[]";

    public ItemRow ToRow() => new(
        Id,
        Arrival,
        Channel,
        Item,
        Words.To<ItemOutcome>(Outcome),
        Words.ToReasons(Reasons),
        Instant.At(Received),
        Instant.At(Seen),
        JsonSerializer.Deserialize<List<string>>(Numbers)!,
        Resolved);
}
