using Gateway.Core.Ledger;
using Microsoft.Data.SqlClient;

namespace Gateway.Infrastructure.Ledger;

/// <summary>The ledger in a database of SQL Server, for any number of nodes.</summary>
public sealed class SqlServerLedger : SqlLedger
{
    private SqlServerLedger(GroupWriter writer, ReadPool readers)
        : base(writer, readers)
    {
    }

    /// <summary>Opens the ledger, after applying the migrations that are pending.</summary>
    /// <exception cref="LedgerUnavailableException">The database cannot be reached, or migrations are pending and may not be applied.</exception>
    public static async Task<SqlServerLedger> OpenAsync(SqlServerLedgerOptions options, CancellationToken ct)
    {
        await Task.Run(() => Prepare(options), ct);
        // One write that the database refuses is answered; no error of a database on another machine says that this process must end.
        static void Go(Exception broken) => Environment.FailFast("The ledger's writer broke. Start again; nothing unconfirmed was acknowledged.", broken);
        var writer = new GroupWriter(new SqlServerSession(options.ConnectionString), options.GroupSize, Go);
        return new SqlServerLedger(writer, new ReadPool(() => new SqlServerSession(options.ConnectionString), options.Readers, Go));
    }

    private static void Prepare(SqlServerLedgerOptions options)
    {
        try
        {
            if (options.Migrate)
            {
                SqlServerMigrations.Apply(options.ConnectionString);
                return;
            }

            var pending = SqlServerMigrations.Pending(options.ConnectionString);
            if (pending.Count > 0)
                throw new LedgerUnavailableException($"The ledger's database waits for {pending.Count} migrations, first '{pending[0]}'. Run: gateway migrate") { Code = "pending", Values = [$"{pending.Count}", pending[0]] };
        }
        catch (SqlException fault)
        {
            throw SqlServerFaults.Unavailable(fault);
        }
    }
}
