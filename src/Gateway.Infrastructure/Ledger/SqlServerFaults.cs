using Gateway.Core.Ledger;
using Microsoft.Data.SqlClient;

namespace Gateway.Infrastructure.Ledger;

/// <summary>What an error of SQL Server means for the ledger. Servers that speak its protocol number some errors otherwise: what is not listed ends nothing but its write.</summary>
internal static class SqlServerFaults
{
    private const int UniqueIndexTaken = 2601;
    private const int UniqueKeyTaken = 2627;
    private const int NullRefused = 515;
    private const int CheckRefused = 547;
    private const int TooLong = 2628;
    private const int TooLongBefore2019 = 8152;
    private const int DeadlockVictim = 1205;
    private const int SnapshotConflict = 3960;
    private const int TimedOut = -2;

    // From this class on the server closes the connection.
    private const byte ConnectionLost = 20;

    public static bool IsTaken(SqlException fault) => fault.Number is UniqueIndexTaken or UniqueKeyTaken;

    public static bool IsRefused(SqlException fault) =>
        IsTaken(fault) || fault.Number is NullRefused or CheckRefused or TooLong or TooLongBefore2019;

    /// <summary>The server has rolled the whole transaction back and asks to try it again.</summary>
    public static bool MayRunAgain(SqlException fault) => fault.Number is DeadlockVictim or SnapshotConflict;

    /// <summary>The connection is gone, and with it the transaction.</summary>
    public static bool IsLost(SqlException fault) => fault.Class >= ConnectionLost;

    /// <summary>The server did not answer in time.</summary>
    public static bool IsSilence(SqlException fault) => fault.Number == TimedOut;

    /// <summary>Nobody knows what became of the statement, or the transaction is gone.</summary>
    public static bool EndsTransaction(SqlException fault) => MayRunAgain(fault) || IsSilence(fault) || IsLost(fault);

    public static LedgerUnavailableException Unavailable(SqlException fault) => IsSilence(fault)
        ? new("The ledger's database did not answer in time. Another node may hold the turn to write; it is tried again.", fault) { Code = "silent" }
        : new($"The ledger's database could not be used (error {fault.Number}); the log of SQL Server tells more.", fault) { Code = "server", Values = [$"{fault.Number}"] };
}
