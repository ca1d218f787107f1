using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;

namespace Gateway.Core.Connectivity;

/// <summary>Keeps the registry in force and applies a new one, together with the rows its destinations need.</summary>
public sealed class RegistryDesk(ILedger ledger, TimeProvider time) : IRegistrySource
{
    public Registry Current { get; private set; } = new();

    public bool IsBehind { get; private set; }

    /// <summary>Reads the registry applied last, by this node or by another.</summary>
    /// <exception cref="NewerRowException">A newer version applied it, and this one cannot read it.</exception>
    public async Task LoadAsync(CancellationToken ct)
    {
        try
        {
            if (await ledger.RegistryAsync(ct) is { } stored && stored.Version > Current.Version) Current = stored;
            IsBehind = false;
        }
        catch (NewerRowException)
        {
            IsBehind = true;
            throw;
        }
    }

    public async Task<bool> IsLatestAsync(CancellationToken ct)
    {
        if (await ledger.RegistryVersionAsync(ct) <= Current.Version) return true;
        try
        {
            await LoadAsync(ct);
            return true;
        }
        catch (NewerRowException)
        {
            // Who loads it at each beat tells of it.
            return false;
        }
    }

    /// <summary>
    /// Puts a new registry in force. A channel's first application is remembered as the default cut-over of its mailbox or folder; a
    /// destination that is new gets its row in the state the file gives, and one that exists keeps the state it has, unless it was typed by
    /// hand until now: it is paused, since what an officer has typed and not reported yet would go at once, and stand at the centre twice.
    /// </summary>
    /// <returns>The registry as stored; the present one unchanged when nothing differs.</returns>
    public async Task<Registry> ApplyAsync(Registry wanted, string actor, CancellationToken ct)
    {
        await LoadAsync(ct);
        var now = time.GetUtcNow();
        var first = new Dictionary<string, DateTimeOffset>(Current.FirstApplied);
        // Mail servers date a mail by the whole second: one that came in this very second must not look older than its channel.
        var second = now - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerSecond);
        foreach (var channel in wanted.Channels) first.TryAdd(channel.Key, second);
        foreach (var destination in wanted.Destinations)
        {
            if (await ledger.DestinationAsync(destination.Key, ct) is null)
                await ledger.WriteAsync(new DestinationRow { Key = destination.Key, State = destination.State }, ct);
        }

        foreach (var destination in wanted.Destinations.Where(wish => wish.Kind == "api" && Current.Destination(wish.Key) is { Kind: not "api" }))
            await PauseAsync(destination.Key, ct);

        var next = wanted with { Version = Current.Version + 1, FirstApplied = first, PausedByOfficer = Current.PausedByOfficer, Channels = KeepPauses(wanted.Channels) };
        if (Same(next, Current)) return Current;
        RefuseNewer();
        if (!await ledger.WriteAsync(next, actor, now, ct))
            throw new InvalidOperationException("Somebody else applied a registry at the same moment. Look at 'gateway channels list' and apply again.");
        Current = next;
        return next;
    }

    /// <summary>Pauses or resumes a channel. False when there is none of that key.</summary>
    public async Task<bool> EnableAsync(string key, bool enabled, string actor, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Current.Channel(key) is null) return false;
        RefuseNewer();
        var next = Current with
        {
            Version = Current.Version + 1,
            PausedByOfficer = enabled ? [.. Current.PausedByOfficer.Where(paused => paused != key)] : [.. Current.PausedByOfficer.Append(key).Distinct()],
            Channels = [.. Current.Channels.Select(channel => channel.Key == key ? channel with { Enabled = enabled } : channel)],
        };
        if (!await ledger.WriteAsync(next, actor, time.GetUtcNow(), ct))
            throw new InvalidOperationException("Somebody else changed the registry at the same moment. Try again.");
        Current = next;
        return true;
    }

    private async Task PauseAsync(string destination, CancellationToken ct)
    {
        while (await ledger.DestinationAsync(destination, ct) is { State: not DestinationState.Paused } row
            && !await ledger.WriteAsync(DestinationRules.Paused(row, new Reason("typed-by-hand-before")), ct))
        {
        }
    }

    private void RefuseNewer()
    {
        if (Current.IsNewer) throw new NewerRowException("A newer version applied the registry, with settings that this one does not know. Change it on a node of that version.");
    }

    // A pause is an officer's act; applying the file again does not undo it.
    private List<Channel> KeepPauses(IEnumerable<Channel> channels) =>
        [.. channels.Select(channel => Current.PausedByOfficer.Contains(channel.Key) ? channel with { Enabled = false } : channel)];

    private static bool Same(Registry one, Registry other) =>
        Text(one with { Version = 0 }) == Text(other with { Version = 0 });

    private static string Text(Registry registry) => System.Text.Json.JsonSerializer.Serialize(registry, ContractJson.Options);
}
