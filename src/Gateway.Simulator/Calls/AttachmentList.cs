using System.Text.Json;

namespace Gateway.Simulator.Calls;

/// <summary>Reads the field <c>attachments</c> of a create: a STRING that holds a list of ids, or false when there are none.</summary>
internal static class AttachmentList
{
    /// <summary>The ids in order; empty for false, "false", null and an absent field; null when it is anything else.</summary>
    public static IReadOnlyList<long>? Read(JsonElement fields)
    {
        if (!fields.TryGetProperty("attachments", out var field))
            return [];
        return field.ValueKind switch
        {
            JsonValueKind.False or JsonValueKind.Null => [],
            JsonValueKind.String when field.GetString() is "false" or "" => [],
            JsonValueKind.String => ReadList(field.GetString()!),
            _ => null,
        };
    }

    private static long[]? ReadList(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<long[]>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
