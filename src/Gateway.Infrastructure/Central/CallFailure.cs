using System.Net.Sockets;
using System.Security.Authentication;
using Polly.Timeout;
using Refit;

namespace Gateway.Infrastructure.Central;

/// <summary>Failures of a call that are values, not faults: the network, time-outs, cancelling, a file that cannot be read.</summary>
internal static class CallFailure
{
    public static bool IsForeseen(Exception failure) =>
        failure is HttpRequestException or OperationCanceledException or TimeoutRejectedException or TimeoutException or IOException or SocketException
            or AuthenticationException or CallAbandonedException or UnauthorizedAccessException
        || (failure is ApiRequestException { InnerException: { } inner } && IsForeseen(inner));

    /// <summary>
    /// Whether something may have reached the centre. For a call with a body that is the noted fact alone. A read has no body and
    /// changes nothing, so there the kind of the failure is good enough.
    /// </summary>
    public static bool Left(Exception failure, Departure departure, bool hasBody)
    {
        if (hasBody) return departure.HasLeft;
        return Cause(failure) is not (CallAbandonedException or HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
        });
    }

    /// <summary>What happened, in words without addresses or values.</summary>
    public static string Words(Exception failure) => Cause(failure) switch
    {
        CallAbandonedException abandoned => abandoned.Message,
        HttpRequestException { InnerException: CallAbandonedException abandoned } => abandoned.Message,
        TimeoutRejectedException timeout => $"No answer within {timeout.Timeout}.",
        HttpRequestException http => $"{http.HttpRequestError} ({(http.InnerException as SocketException)?.SocketErrorCode.ToString() ?? http.InnerException?.GetType().Name ?? "no detail"})",
        OperationCanceledException { InnerException: TimeoutException } => "No connection within 30 s.",
        OperationCanceledException => "Cancelled by a shutdown.",
        var other => other.GetType().Name,
    };

    private static Exception Cause(Exception failure) => failure is ApiRequestException { InnerException: { } inner } ? inner : failure;
}
