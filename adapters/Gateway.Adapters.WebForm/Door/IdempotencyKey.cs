using Gateway.Adapters.WebForm.Settings;
using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>The header by which a form says that two posts are one press: <c>webhook-id</c> where posts are signed with it.</summary>
internal static class IdempotencyKey
{
    private const int Longest = 255;

    /// <summary>False when the header is there but empty, repeated, longer than 255 characters, or holds control characters.</summary>
    public static bool TryRead(HttpRequest request, FormSettings settings, out string? key)
    {
        key = null;
        var header = settings.Signature?.Scheme == SignatureSetting.StandardWebhooks ? "webhook-id" : "Idempotency-Key";
        if (!request.Headers.TryGetValue(header, out var values) || values.Count == 0) return true;
        key = values.Count == 1 ? values[0]?.Trim() : null;
        return key is { Length: > 0 and <= Longest } && !key.Any(char.IsControl);
    }
}
