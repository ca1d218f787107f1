using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Contracts;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

// Destinations and the registry: compare-and-set on a version.
public abstract partial class SqlLedger
{
    private static readonly JsonSerializerOptions Strict = new(ContractJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public Task<IReadOnlyList<DestinationRow>> DestinationsAsync(CancellationToken ct) => ReadAsync(
        session => Strangers.Known(session.Query<string>("SELECT content FROM destinations ORDER BY [key]"), Read<DestinationRow>), ct);

    public Task<DestinationRow?> DestinationAsync(string key, CancellationToken ct) => ReadAsync(
        session => session.ExecuteScalar<string?>("SELECT content FROM destinations WHERE [key] = @key", new { key }) is { } content
            ? Strangers.Know(content, Read<DestinationRow>)
            : null,
        ct);

    /// <summary>The same write again answers false: two nodes may wish the same slot or probe, and only one gets it.</summary>
    public Task<bool> WriteAsync(DestinationRow row, CancellationToken ct) => WriteAsync(
        session => session.Execute(
            row.Version == 0
                ? "INSERT INTO destinations ([key], version, state, content) SELECT @Key, 1, @State, @Content WHERE NOT EXISTS (SELECT 1 FROM destinations WHERE [key] = @Key)"
                : "UPDATE destinations SET version = version + 1, state = @State, content = @Content WHERE [key] = @Key AND version = @Version",
            new
            {
                row.Key,
                row.Version,
                State = Words.Of(row.State),
                Content = JsonSerializer.Serialize(row with { Version = row.Version + 1 }, ContractJson.Options),
            }) == 1,
        ct);

    public Task<Registry?> RegistryAsync(CancellationToken ct) => ReadAsync(
        session => session.ExecuteScalar<string?>("SELECT content FROM registry ORDER BY version DESC LIMIT 1") is { } content
            ? Read<Registry>(content) with { IsNewer = !IsWhollyKnown<Registry>(content) }
            : null,
        ct);

    public Task<int> RegistryVersionAsync(CancellationToken ct) => ReadAsync(session => session.ExecuteScalar<int>("SELECT coalesce(max(version), 0) FROM registry"), ct);

    public Task<bool> WriteAsync(Registry registry, string actor, DateTimeOffset at, CancellationToken ct) => WriteAsync(
        session =>
        {
            var arguments = new { registry.Version, Content = JsonSerializer.Serialize(registry, ContractJson.Options), actor, at = Instant.Of(at) };
            var written = session.Execute(
                """
                INSERT INTO registry (version, content, actor, at)
                SELECT @Version, @Content, @actor, @at WHERE @Version = (SELECT coalesce(max(version), 0) + 1 FROM registry)
                """,
                arguments);
            return written == 1 || session.ExecuteScalar<long>(
                "SELECT count(*) FROM registry WHERE version = @Version AND content = @Content AND actor = @actor AND at = @at", arguments) == 1;
        },
        ct);

    private static T Read<T>(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content, ContractJson.Options)!;
        }
        catch (JsonException newer)
        {
            throw new NewerRowException($"The ledger holds a {typeof(T).Name} that this version cannot read ({newer.Path}). A newer version wrote it; update this node.", newer);
        }
    }

    // What this version would not write back.
    private static bool IsWhollyKnown<T>(string content)
    {
        try
        {
            JsonSerializer.Deserialize<T>(content, Strict);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
