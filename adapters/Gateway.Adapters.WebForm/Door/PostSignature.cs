using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts;
using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>
/// Whether a post is signed with the channel's secret, over its bytes as they came: by Standard Webhooks, or as Typeform does. Of
/// several secrets (parted by spaces, while one replaces the other) any will do.
/// </summary>
internal static class PostSignature
{
    /// <summary>How far the sender's clock may be off; what is older may be a copy sent again. (Standard Webhooks)</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>False when the headers tell at once that there is no signature: then the body need not be read.</summary>
    public static bool IsThere(HttpRequest request, SignatureSetting setting) => setting.Scheme == SignatureSetting.Typeform
        ? request.Headers["Typeform-Signature"].Count == 1
        : request.Headers["webhook-id"].Count == 1 && request.Headers["webhook-timestamp"].Count == 1 && request.Headers["webhook-signature"].Count == 1;

    /// <summary>Null lets the post in. A channel without signatures lets in all that came so far.</summary>
    public static IntakeAnswer? Judge(HttpRequest request, Channel channel, FormSettings settings, ReadOnlySpan<byte> body, IntakeDoor door)
    {
        if (channel.Settings["signature"] is null) return null;
        if (settings.Signature is not { } setting || Keys(setting, door.Secret) is not { Count: > 0 } keys) return IntakeAnswer.Refused("channel-not-ready");
        if (!IsThere(request, setting)) return IntakeAnswer.Refused("signature-missing");
        if (setting.Scheme == SignatureSetting.Typeform) return IsSigned(keys, body, request.Headers["Typeform-Signature"], "sha256=") ? null : IntakeAnswer.Refused("signature-wrong");
        if (!long.TryParse(request.Headers["webhook-timestamp"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return IntakeAnswer.Refused("signature-wrong");
        if (Math.Abs(door.Time.GetUtcNow().ToUnixTimeSeconds() - (double)seconds) > Tolerance.TotalSeconds) return IntakeAnswer.Refused("signature-old");
        var head = Encoding.UTF8.GetBytes($"{request.Headers["webhook-id"]}.{request.Headers["webhook-timestamp"]}.");
        return IsSigned(keys, [.. head, .. body], request.Headers["webhook-signature"], "v1,") ? null : IntakeAnswer.Refused("signature-wrong");
    }

    private static bool IsSigned(List<byte[]> keys, ReadOnlySpan<byte> signed, string? header, string prefix)
    {
        var given = new List<byte[]>();
        foreach (var entry in (header ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(entry => entry.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var bytes = new byte[HMACSHA256.HashSizeInBytes];
            if (Convert.TryFromBase64String(entry[prefix.Length..], bytes, out var length) && length == bytes.Length) given.Add(bytes);
        }

        foreach (var key in keys)
        {
            var right = HMACSHA256.HashData(key, signed);
            if (given.Exists(bytes => CryptographicOperations.FixedTimeEquals(bytes, right))) return true;
        }

        return false;
    }

    /// <summary>False when the secret is not there, or is none that posts can be signed with.</summary>
    public static bool HasKeys(SignatureSetting setting, Func<string, string> secret) => Keys(setting, secret) is { Count: > 0 };

    // Typeform's secret is the words themselves; the other is base64 behind whsec_.
    private static List<byte[]>? Keys(SignatureSetting setting, Func<string, string> secret)
    {
        var words = SecretWords.Of(setting.Secret, secret)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return words?.Select(word => setting.Scheme switch
            {
                SignatureSetting.Typeform => Encoding.UTF8.GetBytes(word),
                SignatureSetting.StandardWebhooks => Convert.FromBase64String(word.StartsWith("whsec_", StringComparison.Ordinal) ? word[6..] : word),
                _ => [],
            }).Where(key => key.Length > 0).ToList();
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
