using System.Reflection;
using Microsoft.Data.SqlClient;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>An error of SQL Server as its client tells it. The client lets nobody else make one.</summary>
internal static class SqlFault
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <param name="number">As SQL Server numbers its errors.</param>
    /// <param name="severity">From 20 on the connection is lost.</param>
    /// <param name="text">What it says; null for its number.</param>
    public static SqlException Of(int number, byte severity = 13, string? text = null)
    {
        var given = new Dictionary<string, object?> { ["infoNumber"] = number, ["errorState"] = (byte)1, ["errorClass"] = severity, ["server"] = "uji", ["errorMessage"] = text ?? $"error {number}", ["procedure"] = "", ["lineNumber"] = 1, ["batchIndex"] = -1 };
        var makes = typeof(SqlError).GetConstructors(Hidden).First(maker => maker.GetParameters().All(parameter => parameter.Name != "win32ErrorCode"));
        var error = makes.Invoke([.. makes.GetParameters().Select(parameter => given.GetValueOrDefault(parameter.Name!))]);
        var errors = Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var made = typeof(SqlException).GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!;
        return (SqlException)made.Invoke(null, [errors, ""])!;
    }
}
