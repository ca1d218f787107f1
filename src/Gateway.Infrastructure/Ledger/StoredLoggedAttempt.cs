using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An attempt beside its complaint as the database gives it.</summary>
internal sealed class StoredLoggedAttempt : StoredAttempt
{
    public new const string Select = $"SELECT a.position AS Position, {LogSelection.Complaint}, {Columns} FROM attempts a JOIN complaints c ON c.number = a.number";

    public long Position { get; set; }
    public string Channel { get; set; } = "";
    public string Agency { get; set; } = "";
    public string? CentralId { get; set; }
    public long Supervised { get; set; }

    public Logged<AttemptRow> ToLogged() => new(Position, ToRow(), Channel, Agency, Destination, CentralId, Supervised != 0);
}
