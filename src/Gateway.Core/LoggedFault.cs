using System.Data.Common;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Gateway.Contracts.Intake;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Relay;

namespace Gateway.Core;

/// <summary>
/// What a log may say of an exception. A parser, an expression, a converter quotes the text it stumbled over, which may be a citizen's; so
/// words are told only of kinds known to speak of the machine, and of all others the kind and the place.
/// </summary>
public static partial class LoggedFault
{
    public static string Of(Exception fault) => fault switch
    {
        // Our own sentences, written for a person and without what points to one.
        LedgerUnavailableException or JournalUnavailableException or BrokerUnavailableException or IntakeRefusedException or SourceUnavailableException => $"{Kind(fault)}: {fault.Message}",
        // A path may bear the name of a chat, and a database quotes the value that it refuses.
        IOException or UnauthorizedAccessException or SocketException or HttpRequestException or TimeoutException or DbException => $"{Kind(fault)}: {Quoted().Replace(fault.Message, "'...'")}",
        _ => $"{Kind(fault)} {Place(fault)}".TrimEnd(),
    };

    private static string Kind(Exception fault) => fault.GetType().Name;

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
