using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;
using Gateway.Contracts.Intake;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Relay;

namespace Gateway.Core;

/// <summary>
/// What a log or a message may say of an exception. A parser, an expression, a converter quotes the text it stumbled over, which may be a citizen's,
/// and a database the row that it refuses; so words are told only of kinds known to speak of the machine, and of all others the kind, the numbers
/// and the place.
/// </summary>
public static partial class LoggedFault
{
    /// <summary>Of an exception and of what is behind it.</summary>
    public static string Of(Exception fault) => fault switch
    {
        // Our own sentences, written for a person and without what points to one.
        LedgerUnavailableException or JournalUnavailableException or BrokerUnavailableException or IntakeRefusedException or SourceUnavailableException => $"{Kind(fault)}: {fault.Message}",
        // A path may bear the name of a chat.
        IOException or UnauthorizedAccessException or SocketException or HttpRequestException or TimeoutException => $"{Kind(fault)}: {Quoted().Replace(fault.Message, "'...'")}",
        DbException database => Within(Kind(fault), Numbers(database)),
        _ => string.Join(' ', new[] { Kind(fault), Place(fault), Behind(fault) }.Where(part => part.Length > 0)),
    };

    private static string Kind(Exception fault) => fault.GetType().Name;

    private static string Behind(Exception fault) => fault.InnerException is { } inner ? Within("", Of(inner)) : "";

    private static string Within(string kind, string more) => more.Length == 0 ? kind : $"{kind} ({more})".TrimStart();

    // The codes of a driver are whole numbers of its own kind of exception, whichever driver it is.
    private static string Numbers(DbException fault) => string.Join(", ", fault.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.PropertyType == typeof(int) || property.PropertyType == typeof(byte))
        .Select(property => string.Create(CultureInfo.InvariantCulture, $"{property.Name} {property.GetValue(fault)}")));

    // Where our own code stood; the framework's lines would not tell whose call it was.
    private static string Place(Exception fault)
    {
        var method = new StackTrace(fault).GetFrames().Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.FullName?.StartsWith("Gateway.", StringComparison.Ordinal) == true);
        return method is null ? "" : $"in {method.DeclaringType!.FullName}.{method.Name}";
    }

    // To the last mark, since a name may hold one.
    [GeneratedRegex("""['"].*['"]""", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Quoted();
}
