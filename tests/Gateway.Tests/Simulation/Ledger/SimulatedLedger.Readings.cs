using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// What was read back of delivered complaints.
internal sealed partial class SimulatedLedger
{
    public Task<MoveResult> RenumberAsync(LedgerEvent renumbered, string was, string centralId, CancellationToken ct) => Atomically(() =>
    {
        if (eventsById.ContainsKey(renumbered.Id)) return MoveResult.Done;
        var row = complaints[renumbered.Number];
        if (complaints.Values.Any(other => other.Number != row.Number && other.Destination == row.Destination && other.CentralId == centralId)) return MoveResult.IdTaken;
        if (row.State != ComplaintState.Delivered || row.CentralId != was || row.Version != renumbered.Sequence - 1) return MoveResult.Stale;
        if (tasks.Values.Any(task => task.Number == row.Number && task.State is TaskState.Running or TaskState.Unknown)) return MoveResult.Stale;
        complaints[row.Number] = row with { CentralId = centralId, CentralStatus = null, IsKnownClosed = false };
        readDue[row.Number] = renumbered.At;
        var before = readings.GetValueOrDefault(row.Number);
        readings[row.Number] = new Reading { Number = row.Number, Version = (before?.Version ?? 0) + 1, Since = before?.Since ?? renumbered.At, Looked = renumbered.At, Due = renumbered.At };
        Append(renumbered with { From = row.State, To = row.State });
        return MoveResult.Done;
    });

    public Task<ComplaintRow?> TakeReadingAsync(string destination, DateTimeOffset now, DateTimeOffset until, CancellationToken ct) => Atomically(() =>
    {
        var due = complaints.Values
            .Where(row => row.Destination == destination && row.State == ComplaintState.Delivered && readDue.GetValueOrDefault(row.Number) <= now)
            .OrderBy(row => readDue[row.Number]).FirstOrDefault();
        if (due is not null) readDue[due.Number] = until;
        return due;
    });

    public Task<Reading?> ReadingAsync(string number, CancellationToken ct) => Atomically(() => readings.GetValueOrDefault(number));

    public Task<bool> KeepReadingAsync(Reading reading, LedgerEvent? changed, CancellationToken ct) => Atomically(() =>
    {
        var before = readings.GetValueOrDefault(reading.Number);
        if ((before?.Version ?? 0) != reading.Version) return before?.Version == reading.Version + 1 && before.Looked == reading.Looked;
        readings[reading.Number] = reading with { Version = reading.Version + 1 };
        readDue[reading.Number] = reading.Due;
        var row = complaints[reading.Number] = complaints[reading.Number] with { CentralStatus = reading.Status, IsKnownClosed = reading.Closed is not null };
        if (changed is not null) Append(changed with { From = row.State, To = row.State });
        return true;
    });
}
