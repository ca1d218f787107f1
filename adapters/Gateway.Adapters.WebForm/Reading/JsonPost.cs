using System.Text;
using System.Text.Json;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>
/// Reads a JSON object: nested values by dotted path, values of a list under one name. An object with a name and base64 content
/// is a file. A list with one object counts as that object.
/// </summary>
internal static class JsonPost
{
    private static readonly string[] ContentNames = ["content", "base64", "data"];

    private static readonly string[] FileNames = ["filename", "name", "nama", "namafile"];

    /// <exception cref="PostUnreadableException">It is no JSON object, or holds text that is no text.</exception>
    public static PostFields Read(ReadOnlyMemory<byte> body, Encoding charset)
    {
        try
        {
            using var document = JsonDocument.Parse(PostCharset.Decode(charset, body.Span).TrimStart('\uFEFF'));
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1) root = root[0];
            if (root.ValueKind != JsonValueKind.Object) throw new PostUnreadableException("json");
            var fields = new PostFields { Document = root.Clone() };
            Flatten(fields, "", "", root);
            return fields;
        }
        // A lone half of a surrogate pair is found only when the string is asked for.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new PostUnreadableException("json");
        }
    }

    /// <summary>Adds the values under an element by name and by path; a file in it is added as a file.</summary>
    public static void Flatten(PostFields fields, string name, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when name.Length > 0 && TryFile(fields, value):
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Flatten(fields, Step(name, property.Name), Step(path, property.Name), property.Value);
                break;
            case JsonValueKind.Array:
                var place = 0;
                foreach (var element in value.EnumerateArray()) Flatten(fields, name, $"{path}.{place++}", element);
                break;
            case JsonValueKind.String:
                fields.Add(new PostValue(name, value.GetString() ?? "") { Path = path });
                break;
            case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number:
                fields.Add(new PostValue(name, value.GetRawText()) { Path = path });
                break;
        }
    }

    private static string Step(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static bool TryFile(PostFields fields, JsonElement value)
    {
        if (Text(value, ContentNames) is not { } content || Text(value, FileNames) is not { } name || !HasEnding(name)) return false;
        if (content.StartsWith("data:", StringComparison.Ordinal)) content = content[(content.IndexOf(',', StringComparison.Ordinal) + 1)..];
        var bytes = new byte[(content.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(content, bytes, out var length)) return false;
        fields.AddFile(name, bytes.AsMemory(0, length));
        return true;
    }

    // "H. Budi" is a person; without an ending it is no file.
    private static bool HasEnding(string name) =>
        Path.GetExtension(name) is { Length: >= 3 and <= 6 } ending && ending[1..].All(char.IsAsciiLetterOrDigit);

    private static string? Text(JsonElement value, string[] names)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String && names.Contains(property.Name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant()))
                return property.Value.GetString();
        }

        return null;
    }
}
