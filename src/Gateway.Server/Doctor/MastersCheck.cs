using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Core.Masters;
using Gateway.Server.Commands;
using Gateway.Server.Composition;

namespace Gateway.Server.Doctor;

/// <summary>What <c>gateway doctor</c> says of codes: institutions that vanished at the centre, and what has no code at all.</summary>
internal static class MastersCheck
{
    // An institution that vanished longer ago was seen long since.
    private const int VersionsLookedBack = 50;

    public static async Task RunAsync(House house, Findings findings, CancellationToken ct)
    {
        var unmapped = await UnmappedAsync(house, ct);
        foreach (var destination in house.Registry.Current.Destinations)
        {
            if (destination.Kind == "api") await InstitutionsAsync(house, destination, findings, ct);
            foreach (var key in MappedCodes.WithoutInstitution(house.Registry.Current, destination)) findings.Wrong("doctor.no-institution", destination.Key, key);
            foreach (var (detail, count) in unmapped.Where(held => held.Destination == destination.Key).Select(held => (held.Detail, held.Count)))
                findings.Wrong("doctor.unmapped-code", destination.Key, detail, count);
        }
    }

    private static async Task InstitutionsAsync(House house, Destination destination, Findings findings, CancellationToken ct)
    {
        foreach (var list in Enum.GetValues<MasterList>())
        {
            if (MasterLook.Read(await house.Ledger.GetAsync("", MasterLook.Key(destination.Key, list), ct)) is { Fault: { } fault })
                findings.Wrong("doctor.masters", destination.Key, Wire.Name(list), findings.Words.Of(fault));
        }

        if (await house.Ledger.MastersAsync(destination.Key, MasterList.Institutions, null, ct) is not { } latest)
        {
            findings.Beware("doctor.masters-unread", findings.Words["doctor.masters-unread", destination.Key]);
            return;
        }

        var missing = MappedCodes.Missing(house.Registry.Current, destination, latest);
        foreach (var (name, code) in missing)
        {
            var was = await LastSeenAsync(house, latest, code, ct);
            findings.Wrong(was is null ? "doctor.unknown-institution" : "doctor.vanished-institution", destination.Key, code, name, was);
        }

        if (missing.Count == 0) findings.Good("doctor.institutions", destination.Key, latest.Entries.Count, latest.Version);
    }

    // What it was called when it was last there; null when it never was.
    private static async Task<string?> LastSeenAsync(House house, MasterSet set, string code, CancellationToken ct)
    {
        for (var version = set.Version - 1; version > 0 && set.Version - version < VersionsLookedBack; version--)
            if ((await house.Ledger.MastersAsync(set.Destination, set.List, version, ct))?.Find(code) is { } entry) return entry.Name;
        return null;
    }

    private static async Task<IReadOnlyList<(string Destination, string Detail, int Count)>> UnmappedAsync(House house, CancellationToken ct)
    {
        var found = new Dictionary<(string, string), int>();
        var query = new ComplaintQuery { States = [ComplaintState.Held] };
        while (await house.Ledger.ListAsync(query, ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                foreach (var reason in row.Reasons.Where(reason => reason.Code == "code-not-mapped"))
                    found[(row.Destination, reason.Detail ?? "")] = found.GetValueOrDefault((row.Destination, reason.Detail ?? "")) + 1;
            query = query with { After = rows[^1].Position };
        }

        return [.. found.Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value))];
    }
}
