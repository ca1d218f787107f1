using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>Who may post to a channel: whoever bears its token; without token and signature only this machine itself.</summary>
internal static class DoorKeeper
{
    /// <summary>Null lets the post in, as far as can be judged before its bytes have come.</summary>
    public static IntakeAnswer? Judge(HttpContext context, Channel channel, FormSettings settings, Func<string, string> secret)
    {
        if (channel.Settings["token"] is null && channel.Settings["signature"] is null) return IsThisMachine(context) ? null : IntakeAnswer.Refused("token-wrong");
        if (channel.Settings["token"] is null) return null;
        if (settings.Token is not { } token) return IntakeAnswer.Refused("token-wrong");
        if (SecretWords.Of(token, secret) is not { } expected) return IntakeAnswer.Refused("channel-not-ready");
        return Same(Borne(context.Request), expected) ? null : IntakeAnswer.Refused("token-wrong");
    }

    // Behind a proxy on the same machine every sender looks local; such a channel needs a token.
    private static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("X-Original-For")
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
