using Gateway.Core.Ledger;

namespace Gateway.Tests.Simulation.Ledger;

// What was read back of delivered complaints.
internal sealed partial class SimulatedLedger
{
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
