using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>Persons, sealed, with their keyed look-up values.</summary>
internal static class Reporters
{
    public static ReporterEntry? Find(LedgerSession session, string id)
    {
        var row = session.QuerySingleOrDefault<(byte[] WrappedKey, byte[] Sealed)?>(
            "SELECT wrapped_key, sealed FROM reporters WHERE id = @id", new { id });
        if (row is not { } found) return null;
        var indexes = session.Query<(string Kind, byte[] Hash, long Identifies)>(
            "SELECT kind, hash, identifies FROM reporter_index WHERE reporter = @id ORDER BY kind, hash", new { id });
        return new ReporterEntry(
            id, found.WrappedKey, found.Sealed, [.. indexes.Select(index => new ReporterIndex(index.Kind, index.Hash, index.Identifies != 0))]);
    }

    /// <summary>Id of the person whose alone the value is.</summary>
    public static string? Owner(LedgerSession session, ReporterIndex index) => session.ExecuteScalar<string?>(
        "SELECT reporter FROM reporter_index WHERE kind = @Kind AND hash = @Hash AND identifies = 1", new { index.Kind, index.Hash });

    /// <summary>
    /// Stores a new person, or what is new about a known one. A new person with a value of somebody else is a conflict: that somebody
    /// came in between. A known person keeps the values they share with somebody else unlisted, since each belongs to its first bringer.
    /// </summary>
    /// <returns>False at a conflict.</returns>
    public static bool Store(LedgerSession session, ReporterEntry reporter)
    {
        var isNew = session.Execute(
            "INSERT INTO reporters (id, wrapped_key, sealed) SELECT @Id, @WrappedKey, @Sealed WHERE NOT EXISTS (SELECT 1 FROM reporters WHERE id = @Id)",
            new { reporter.Id, reporter.WrappedKey, reporter.Sealed }) == 1;
        foreach (var index in reporter.Indexes)
        {
            var stored = session.Execute(
                """
                INSERT INTO reporter_index (reporter, kind, hash, identifies)
                SELECT @Id, @Kind, @Hash, @Identifies WHERE NOT EXISTS (
                    SELECT 1 FROM reporter_index WHERE kind = @Kind AND hash = @Hash AND (reporter = @Id OR (identifies = 1 AND @Identifies = 1)))
                """,
                new { reporter.Id, index.Kind, index.Hash, index.Identifies }) == 1;
            if (!stored && isNew && index.Identifies && Owner(session, index) != reporter.Id) return false;
        }

        return true;
    }
}
