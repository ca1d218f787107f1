using System.Net.Sockets;

namespace Gateway.Server.Composition;

/// <summary>What stood in the way of a port, in a word that can be looked up: <c>AddressAlreadyInUse</c>, <c>AccessDenied</c>.</summary>
internal static class PortFault
{
    public static string Of(Exception refused)
    {
        for (Exception? cause = refused; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket) return socket.SocketErrorCode.ToString();
        }

        return refused.Message;
    }

    /// <summary>True when it was the port and not a file.</summary>
    public static bool IsPort(Exception refused) => refused is SocketException || (refused.InnerException is { } cause && IsPort(cause));
}
