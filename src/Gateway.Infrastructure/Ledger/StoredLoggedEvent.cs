using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An event beside its complaint as the database gives it.</summary>
internal sealed class StoredLoggedEvent : StoredEvent
{
    public const string Select = $"SELECT e.position AS Position, {LogSelection.Complaint}, {Columns} FROM events e JOIN complaints c ON c.number = e.number";

    public long Position { get; set; }
    public string Channel { get; set; } = "";
    public string Agency { get; set; } = "";
    public string Destination { get; set; } = "";
    public string? CentralId { get; set; }
    public long Supervised { get; set; }

    public Logged<LedgerEvent> ToLogged() => new(Position, ToEvent(), Channel, Agency, Destination, CentralId, Supervised != 0);
}
