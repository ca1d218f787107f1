using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Microsoft.Extensions.Logging;

namespace Gateway.Core.Masters;

/// <summary>
/// Reads the lists of each centre once a day and keeps a version whenever they differ. What is known is never replaced by something that is
/// not whole, and by something much smaller only at a person's word. A code of ours that vanished is an alarm.
/// </summary>
public sealed class MasterDesk(
    ILedger ledger, IMasterSource source, ICentral central, ReadingTurns turns, IRegistrySource registry, TimeProvider time, ILogger<MasterDesk> log)
{
    /// <summary>Code of a list that was read and is not whole.</summary>
    public const string Faulty = "masters-faulty";

    private const string Worker = "masters";

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly DestinationDesk destinations = new(ledger, central, time, log);
    private readonly Dictionary<(string, MasterList), MasterReading> readings = [];

    /// <summary>Reads at most one page of what is due, within the limits of its destination.</summary>
    /// <returns>How long to rest.</returns>
    public async Task<TimeSpan> StepAsync(CancellationToken ct)
    {
        var rest = Rest;
        foreach (var destination in registry.Current.Destinations.Where(destination => destination.Kind == "api"))
        {
            foreach (var list in Enum.GetValues<MasterList>())
            {
                if (await LookAsync(destination.Key, list, ct) is { } look && !look.IsDue(time.GetUtcNow())) continue;
                var admission = await destinations.AdmitAsync(destination, ct);
                // A centre that is away keeps the lists of no other from being read.
                if (admission.Verdict != AdmissionVerdict.Go)
                {
                    if (admission.Until - time.GetUtcNow() is { Ticks: > 0 } wait && wait < rest) rest = wait;
                    break;
                }

                var reading = readings.GetValueOrDefault((destination.Key, list)) ?? new MasterReading();
                await PageAsync(destination, list, reading, ct);
                return TimeSpan.Zero;
            }
        }

        return rest;
    }

    /// <summary>Reads a whole list now, because a person asks.</summary>
    /// <param name="destination">Where.</param>
    /// <param name="list">Which.</param>
    /// <param name="told">Hears of each page that was read: which, and how many rows there are by then.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Done when it is as known, or was taken. <see cref="Faulty"/> when the look at it says what was wrong; else why it was not read.</returns>
    public async Task<OperationResult> ReadAsync(Destination destination, MasterList list, Action<int, int> told, CancellationToken ct)
    {
        var reading = new MasterReading();
        readings.Remove((destination.Key, list));
        while (!reading.IsWhole)
        {
            if (await turns.TakeAsync(destination, ct) is { } refused) return refused;
            if (await PageAsync(destination, list, reading, ct) is not null) return new OperationResult(false, Faulty);
            told(reading.Page - 1, reading.Entries.Count);
        }

        return (await LookAsync(destination.Key, list, ct))?.Fault is null ? OperationResult.Ok : new OperationResult(false, Faulty);
    }

    /// <summary>Takes what is held, at a person's word.</summary>
    /// <returns>False when nothing is held.</returns>
    public async Task<bool> AcceptAsync(string destination, MasterList list, string officer, CancellationToken ct)
    {
        if (await LookAsync(destination, list, ct) is not { Held: { } held } look) return false;
        // Another node was first: what is held was not taken.
        if (!ReferenceEquals((await TakeAsync(destination, list, held, officer, ct))?.Entries, held)) return false;
        await NoteAsync(destination, list, look with { Good = look.Tried, Fault = null, Held = null }, ct);
        return true;
    }

    /// <summary>How the last look went; null before the first.</summary>
    public async Task<MasterLook?> LookAsync(string destination, MasterList list, CancellationToken ct) =>
        MasterLook.Read(await ledger.GetAsync("", MasterLook.Key(destination, list), ct));

    private async Task<Reason?> PageAsync(Destination destination, MasterList list, MasterReading reading, CancellationToken ct)
    {
        readings[(destination.Key, list)] = reading;
        var fault = await AddAsync(destination, list, reading, ct);
        if (fault is null && !reading.IsWhole) return null;
        readings.Remove((destination.Key, list));
        var before = await LookAsync(destination.Key, list, ct);
        var now = time.GetUtcNow();
        var known = await ledger.MastersAsync(destination.Key, list, null, ct);
        var doubt = fault ?? MasterRules.Doubt(known, reading.Entries);
        if (doubt is not null)
        {
            log.LogError("The list {List} of destination {Destination} was not taken: {Reason}. What is known stays. Look at: gateway destination masters {Destination}", list, destination.Key, doubt, destination.Key);
            await NoteAsync(destination.Key, list, new MasterLook(now, before?.Good, doubt, fault is null ? reading.Entries : before?.Held), ct);
            return fault;
        }

        if (known is null || !MasterDifferences.Of(known.Entries, reading.Entries).IsNone) known = await TakeAsync(destination.Key, list, reading.Entries, Worker, ct);
        await NoteAsync(destination.Key, list, new MasterLook(now, now, null, null), ct);
        if (list == MasterList.Institutions && known is not null) Alarm(destination, known);
        return null;
    }

    // Whatever happens is a look that failed: a list must not be due at once again and stop the others.
    private async Task<Reason?> AddAsync(Destination destination, MasterList list, MasterReading reading, CancellationToken ct)
    {
        try
        {
            return reading.Add(await source.ReadPageAsync(destination, list, reading.Page, ct));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError("The list {List} of destination {Destination} could not be read: {Fault}", list, destination.Key, LoggedFault.Of(e));
            return new Reason("masters-unreadable", e.GetType().Name);
        }
    }

    private async Task<MasterSet?> TakeAsync(string destination, MasterList list, IReadOnlyList<MasterEntry> entries, string actor, CancellationToken ct)
    {
        var known = await ledger.MastersAsync(destination, list, null, ct);
        var set = new MasterSet(destination, list, (known?.Version ?? 0) + 1, time.GetUtcNow(), actor, entries);
        // Another node was first: its version stands, and the next look compares with that.
        if (!await ledger.KeepMastersAsync(set, ct)) return await ledger.MastersAsync(destination, list, null, ct);
        var differences = MasterDifferences.Of(known?.Entries ?? [], entries);
        log.LogInformation(
            "The list {List} of destination {Destination} is version {Version} now: {Added} added, {Vanished} vanished, {Changed} changed",
            list, destination, set.Version, differences.Added.Count, differences.Vanished.Count, differences.Changed.Count);
        return set;
    }

    private void Alarm(Destination destination, MasterSet institutions)
    {
        foreach (var (name, code) in MappedCodes.Missing(registry.Current, destination, institutions))
            log.LogError("Institution {Code} ({Name}) of destination {Destination} is not in the centre's list any more. Correct its code, then run: gateway channels apply", code, name, destination.Key);
    }

    private Task NoteAsync(string destination, MasterList list, MasterLook look, CancellationToken ct) =>
        ledger.PutAsync("", new Dictionary<string, string> { [MasterLook.Key(destination, list)] = look.Write() }, ct);
}
