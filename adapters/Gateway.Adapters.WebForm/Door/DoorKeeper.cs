using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>Who may post to a channel: whoever bears its token; without a token only this machine itself.</summary>
internal static class DoorKeeper
{
    /// <summary>Null lets the post in.</summary>
    public static IntakeAnswer? Judge(HttpContext context, Channel channel, Func<string, string> secret)
    {
        if (FormSettings.Of(channel).Token is not { } token)
            return channel.Settings["token"] is null && IsThisMachine(context) ? null : IntakeAnswer.Refused("token-wrong");

        string expected;
        try
        {
            expected = secret(token);
        }
        // At the edge: whatever keeps the secret from us, the post stays with its sender and can come again.
        catch (Exception)
        {
            return IntakeAnswer.Refused("intake-closed");
        }

        if (string.IsNullOrWhiteSpace(expected)) return IntakeAnswer.Refused("intake-closed");
        return Same(Borne(context.Request), expected.Trim()) ? null : IntakeAnswer.Refused("token-wrong");
    }

    // Behind a proxy on the same machine every sender looks local; such a channel needs a token.
    private static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded")
        && !context.Request.Headers.ContainsKey("X-Real-IP")
        && !context.Request.Headers.ContainsKey("Via")
        && IsLoopback(context.Request.Host.Host)
        && context.Request.Headers.Origin.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var site) && IsLoopback(site.Host));

    // A page of another site in a browser on this machine comes from here too, and its name may be made to point here.
    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string Borne(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.Count == 1 ? request.Headers.Authorization[0] ?? "" : "";
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
    }

    // Hashed first, so that the time tells neither the words nor their length.
    private static bool Same(string borne, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(borne)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
