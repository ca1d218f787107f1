using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Gateway.Infrastructure.Ledger;

/// <summary>
/// Says a statement of the ledger in Transact-SQL. Most are the same in both dialects; what differs is how a query is cut short and
/// that an index is named for SQLite alone.
/// </summary>
internal static partial class TransactSql
{
    // Few, except for lists of any length; those are made anew.
    private const int Most = 500;

    private static readonly ConcurrentDictionary<string, string> Said = new(StringComparer.Ordinal);

    public static string Of(string sql)
    {
        if (Said.TryGetValue(sql, out var said)) return said;
        said = Limit().Replace(NamedIndex().Replace(sql, ""), "SELECT TOP ($2) $1");
        if (Said.Count < Most) Said.TryAdd(sql, said);
        return said;
    }

    [GeneratedRegex(@"\A\s*SELECT\s(.*)\sLIMIT\s+(@\w+|\d+)\s*\z", RegexOptions.Singleline)]
    private static partial Regex Limit();

    [GeneratedRegex(@" INDEXED BY \w+")]
    private static partial Regex NamedIndex();
}
