using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Server.Commands;
using Gateway.Server.Composition;

namespace Gateway.Server.Doctor;

/// <summary>What waits for a person.</summary>
internal static class DeskCheck
{
    public static async Task RunAsync(House house, Findings findings, CancellationToken ct)
    {
        foreach (var state in new[] { ComplaintState.Unknown, ComplaintState.Parked })
        {
            var waiting = await CountAsync(house, state, ct);
            if (waiting > 0) findings.Wrong("doctor.waiting", waiting, findings.Words["state." + Wire.Name(state)]);
        }

        foreach (var manual in house.Registry.Current.Destinations.Where(destination => destination.Kind == "manual"))
        {
            var typed = await CountAsync(house, ComplaintState.Queued, ct, manual.Key);
            findings.Add(typed == 0, "doctor.to-type", manual.Key, typed);
        }

        // One sum for all: that something accuses an office must not show in a number of its own.
        var held = await CountAsync(house, ComplaintState.Held, ct);
        if (held > 0) findings.Wrong("doctor.held", held);

        var quarantined = await house.Ledger.ItemsAsync(ItemOutcome.Quarantined, null, false, 1000, ct);
        if (quarantined.Count > 0) findings.Wrong("doctor.quarantined", quarantined.Count);
        var tasks = (await house.TasksForPeopleAsync(andLooked: false, ct)).Count;
        if (tasks > 0) findings.Wrong("doctor.tasks", tasks);
        await NewerAsync(house, findings, ct);
    }

    // What this version leaves alone, and somebody must not forget.
    private static async Task NewerAsync(House house, Findings findings, CancellationToken ct)
    {
        if (house.Registry.IsBehind) findings.Wrong("doctor.registry-behind");
        var left = await house.Ledger.UnfinishedArrivalsAsync(house.Node.Id, 1000, ct);
        foreach (var kind in left.Where(arrival => !ChannelAdapters.ByKind.ContainsKey(arrival.Kind)).CountBy(arrival => arrival.Kind)) findings.Wrong("doctor.arrivals-left", kind.Value, kind.Key);
    }

    private static async Task<int> CountAsync(House house, ComplaintState state, CancellationToken ct, string? destination = null)
    {
        var count = 0;
        var query = new ComplaintQuery { States = [state], Destination = destination, Limit = 1000 };
        while (await house.Ledger.ListAsync(query, ct) is { Count: > 0 } rows)
        {
            count += rows.Count;
            query = query with { After = rows[^1].Position };
        }

        return count;
    }
}
