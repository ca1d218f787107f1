using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;

namespace Gateway.Core.Masters;

/// <summary>Institution ids that our settings name, held against what the centre lists. Pure.</summary>
public static class MappedCodes
{
    /// <summary>Every institution id of a destination with the name it stands for.</summary>
    public static IReadOnlyList<(string Name, string Code)> Of(Registry registry, Destination destination)
    {
        var mapped = destination.Codes.Institution ?? new Dictionary<string, string>();
        var owners = registry.Channels.Where(channel => channel.Destination == destination.Key).Select(channel => channel.Agency).ToHashSet(StringComparer.Ordinal);
        var agencies = registry.Agencies.Where(agency => owners.Contains(agency.Key) && !mapped.ContainsKey(agency.Key) && !mapped.ContainsKey(agency.Name));
        return
        [
            .. mapped.Select(pair => (pair.Key, pair.Value)),
            .. agencies.Where(agency => agency.Institution is not null).Select(agency => (agency.Key, agency.Institution!)),
            .. destination.Codes.Disposition is { } disposition ? [("disposition", disposition)] : Array.Empty<(string, string)>(),
        ];
    }

    /// <summary>Those that the centre does not list.</summary>
    public static IReadOnlyList<(string Name, string Code)> Missing(Registry registry, Destination destination, MasterSet institutions) =>
        [.. Of(registry, destination).Where(mapped => institutions.Find(mapped.Code) is null)];

    /// <summary>Agencies whose complaints go to a destination with no institution at all: neither a code nor a default one.</summary>
    public static IReadOnlyList<string> WithoutInstitution(Registry registry, Destination destination)
    {
        if (destination.Codes.Disposition is not null) return [];
        var named = Of(registry, destination).Select(mapped => mapped.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. registry.Channels.Where(channel => channel.Destination == destination.Key).Select(channel => channel.Agency).Distinct(StringComparer.Ordinal)
                .Where(key => !named.Contains(key) && registry.Agency(key) is { } agency && !named.Contains(agency.Name)),
        ];
    }
}
