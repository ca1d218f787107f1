using Gateway.Core.Ledger;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gateway.Infrastructure.Ledger;

/// <summary>What an error of SQLite means for the ledger.</summary>
internal static class SqliteFaults
{
    private const int OutOfMemory = 7;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int Constraint = 19;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    /// <summary>A unique index or key already holds the value.</summary>
    public static bool IsTaken(SqliteException fault) => fault.SqliteExtendedErrorCode is UniqueTaken or PrimaryKeyTaken;

    /// <summary>A rule of the schema was broken by this statement alone: a fault of the caller, not of the ledger.</summary>
    public static bool IsConstraint(SqliteException fault) => fault.SqliteErrorCode == Constraint;

    /// <summary>The database itself failed, so that every write of the transaction fails with it.</summary>
    public static bool EndsGroup(SqliteException fault) =>
        fault.SqliteErrorCode is OutOfMemory or ReadOnly or IoError or Corrupt or Full or CannotOpen or NotADatabase;

    /// <summary>After it nobody knows what is on disk.</summary>
    public static bool IsFatal(SqliteException fault) => fault.SqliteErrorCode == IoError;

    public static LedgerUnavailableException Unavailable(SqliteException fault) => fault.SqliteErrorCode == Full
        ? new("The disk under the ledger is full. Nothing was written; free space and it goes on.", fault) { Code = "full" }
        : new($"The ledger could not be used: {Told(fault)}.", fault) { Code = "unusable", Values = [Told(fault)] };

    /// <summary>What SQLite says of such an error in general; of this one it may quote a row.</summary>
    public static string Told(SqliteException fault) => $"SQLite error {fault.SqliteExtendedErrorCode}, {raw.sqlite3_errstr(fault.SqliteExtendedErrorCode).utf8_to_string()}";
}
