using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An item with its outcome as the database gives it.</summary>
internal sealed class StoredItem
{
    private const string Select =
        """
        SELECT i.id AS Id, i.arrival AS Arrival, i.channel AS Channel, i.item AS Item, i.outcome AS Outcome, i.reasons AS Reasons,
               i.received AS Received, i.seen AS Seen, i.resolved AS Resolved
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

    /// <summary>The items that a condition finds, each with the numbers of its complaints.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="where">Condition and order.</param>
    /// <param name="arguments">Of the condition.</param>
    public static IReadOnlyList<ItemRow> Of(LedgerSession session, string where, object arguments) =>
    [
        .. session.Query<StoredItem>($"{Select} {where}", arguments).Select(stored => stored.ToRow(
            [.. session.Query<string>("SELECT number FROM item_complaints WHERE item = @Id ORDER BY ordinal", new { stored.Id })])),
    ];

    private ItemRow ToRow(IReadOnlyList<string> numbers) => new(
        Id,
        Arrival,
        Channel,
        Item,
        Words.To<ItemOutcome>(Outcome),
        Words.ToReasons(Reasons),
        Instant.At(Received),
        Instant.At(Seen),
        numbers,
        Resolved);
}
