using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The table of events: appended to, never changed.</summary>
internal static class EventLog
{
    /// <summary>True when the event is there already: the write it belongs to happened.</summary>
    public static bool Has(LedgerSession session, string id, string number) =>
        session.ExecuteScalar<long>("SELECT count(*) FROM events WHERE id = @id AND number = @number", new { id, number }) > 0;

    public static void Append(LedgerSession session, LedgerEvent happened) => session.Execute(
        """
        INSERT INTO events (id, number, sequence, at, kind, from_state, to_state, by_kind, actor, reasons)
        VALUES (@Id, @Number, @Sequence, @At, @Kind, @From, @To, @By, @Actor, @Reasons)
        """,
        new
        {
            happened.Id,
            happened.Number,
            happened.Sequence,
            At = Instant.Of(happened.At),
            happened.Kind,
            From = Words.Of(happened.From),
            To = Words.Of(happened.To),
            By = Words.Of(happened.By),
            happened.Actor,
            Reasons = Words.Of(happened.Reasons),
        });

    public static IReadOnlyList<LedgerEvent> Of(LedgerSession session, string number) =>
    [
        .. session.Query<StoredEvent>(
            $"SELECT {StoredEvent.Columns} FROM events e WHERE e.number = @number ORDER BY e.sequence",
            new { number }).Select(stored => stored.ToEvent()),
    ];
}
