using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gateway.Simulator.Calls;

/// <summary>Reads JSON bodies without believing them.</summary>
internal static class JsonBody
{
    /// <summary>The body as a JSON object; null when it is anything else.</summary>
    public static async Task<JsonElement?> ReadObjectAsync(HttpRequest request)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A field as text, numbers included; null when absent or of another kind.</summary>
    public static string? Text(JsonElement fields, string name) =>
        !fields.TryGetProperty(name, out var field) ? null : field.ValueKind switch
        {
            JsonValueKind.String => field.GetString(),
            JsonValueKind.Number => field.GetRawText(),
            _ => null,
        };
}
