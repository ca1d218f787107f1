using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core.Forwarding;

namespace Gateway.Core.FollowUps;

/// <summary>All that the centre says of a complaint, raw, put in order by the dates in it: the order in which it came says nothing.</summary>
/// <param name="Standing">Where it stands, with its log.</param>
/// <param name="FollowUps">Every follow-up.</param>
public sealed record CentralView(CentralStanding Standing, IReadOnlyList<CentralEntry> FollowUps)
{
    /// <summary>The same answer in whatever order it came is the same view.</summary>
    public static CentralView Of(CentralStanding standing, IEnumerable<CentralEntry> followUps, TimeSpan offset) =>
        new(standing with { Log = InOrder(standing.Log, offset) }, InOrder(followUps, offset));

    /// <summary>Bytes to be sealed and compared.</summary>
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, ContractJson.Options);

    /// <summary>Reads <see cref="Bytes"/>.</summary>
    public static CentralView Read(byte[] bytes) => JsonSerializer.Deserialize<CentralView>(bytes, ContractJson.Options)!;

    // What has no readable date comes last.
    private static IReadOnlyList<CentralEntry> InOrder(IEnumerable<CentralEntry> entries, TimeSpan offset) =>
    [
        .. entries.OrderBy(entry => CentralTime.Read(entry.When, offset) ?? DateTimeOffset.MaxValue)
            .ThenBy(entry => entry.Id?.Length ?? 0).ThenBy(entry => entry.Id, StringComparer.Ordinal).ThenBy(entry => entry.Content, StringComparer.Ordinal),
    ];
}
