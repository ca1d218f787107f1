using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core.Masters;

namespace Gateway.Infrastructure.Ledger;

// Lists of the centres, each version as it was taken.
public abstract partial class SqlLedger
{
    public Task<MasterSet?> MastersAsync(string destination, MasterList list, int? version, CancellationToken ct) => ReadAsync(
        session => Latest(session, destination, list, version), ct);

    public Task<bool> KeepMastersAsync(MasterSet set, CancellationToken ct) => WriteAsync(
        session =>
        {
            var arguments = new
            {
                set.Destination,
                List = Words.Of(set.List),
                set.Version,
                Taken = Instant.Of(set.Taken),
                set.Actor,
                Content = JsonSerializer.Serialize(set.Entries, ContractJson.Options),
            };
            var kept = session.Execute(
                """
                INSERT INTO masters (destination, list, version, taken, actor, content)
                SELECT @Destination, @List, @Version, @Taken, @Actor, @Content
                WHERE @Version = (SELECT coalesce(max(version), 0) + 1 FROM masters WHERE destination = @Destination AND list = @List)
                """,
                arguments);
            return kept == 1 || session.ExecuteScalar<long>(
                """
                SELECT count(*) FROM masters
                WHERE destination = @Destination AND list = @List AND version = @Version AND taken = @Taken AND actor = @Actor AND content = @Content
                """,
                arguments) == 1;
        },
        ct);

    private static MasterSet? Latest(LedgerSession session, string destination, MasterList list, int? version)
    {
        var arguments = new { destination, list = Words.Of(list), version = version ?? int.MaxValue };
        var stored = session.QueryFirstOrDefault<StoredMasters>(
            """
            SELECT version AS Version, taken AS Taken, actor AS Actor, content AS Content FROM masters
            WHERE destination = @destination AND list = @list AND version <= @version ORDER BY version DESC LIMIT 1
            """,
            arguments);
        return stored is null || (version is not null && stored.Version != version)
            ? null
            : new MasterSet(destination, list, (int)stored.Version, Instant.At(stored.Taken), stored.Actor, Read<List<MasterEntry>>(stored.Content));
    }

    private sealed class StoredMasters
    {
        public long Version { get; set; }
        public long Taken { get; set; }
        public string Actor { get; set; } = "";
        public string Content { get; set; } = "";
    }
}
