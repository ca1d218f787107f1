using System.Text.Json.Serialization;
using Gateway.Contracts;
using Gateway.Core.Destinations;

namespace Gateway.Core.Connectivity;

/// <summary>Agencies, destinations and channels as applied from the YAML.</summary>
public sealed record Registry
{
    /// <summary>Rises by one with each application; attempts name it.</summary>
    public int Version { get; init; }

    public IReadOnlyList<Agency> Agencies { get; init; } = [];

    public IReadOnlyList<Destination> Destinations { get; init; } = [];

    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>When each channel was first applied: the default cut-over of mailboxes and watched folders.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> FirstApplied { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>Keys of channels that an officer paused; applying a file does not undo it.</summary>
    public IReadOnlyList<string> PausedByOfficer { get; init; } = [];

    /// <summary>A newer version wrote it, with settings that this one does not know and would lose by writing it.</summary>
    [JsonIgnore]
    public bool IsNewer { get; init; }

    public Channel? Channel(string key) => Channels.FirstOrDefault(channel => channel.Key == key);

    public Destination? Destination(string key) => Destinations.FirstOrDefault(destination => destination.Key == key);

    public Agency? Agency(string key) => Agencies.FirstOrDefault(agency => agency.Key == key);
}
