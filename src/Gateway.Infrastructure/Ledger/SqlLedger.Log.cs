using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// The log for auditors: events and attempts beside their complaints.
public abstract partial class SqlLedger
{
    public Task<IReadOnlyList<Logged<LedgerEvent>>> LoggedEventsAsync(LogQuery query, CancellationToken ct) => ReadAsync<IReadOnlyList<Logged<LedgerEvent>>>(
        session =>
        [
            .. session.Query<StoredLoggedEvent>($"{StoredLoggedEvent.Select} {LogSelection.Where(query, "e", "at")}", LogSelection.Arguments(query))
                .Select(stored => stored.ToLogged()),
        ],
        ct);

    public Task<IReadOnlyList<Logged<AttemptRow>>> LoggedAttemptsAsync(LogQuery query, CancellationToken ct) => ReadAsync<IReadOnlyList<Logged<AttemptRow>>>(
        session =>
        [
            .. session.Query<StoredLoggedAttempt>($"{StoredLoggedAttempt.Select} {LogSelection.Where(query, "a", "begun")}", LogSelection.Arguments(query))
                .Select(stored => stored.ToLogged()),
        ],
        ct);
}
