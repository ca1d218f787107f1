using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>
/// Reads a JSON object: nested values by dotted path, values of a list under one name. A <see cref="JsonFile"/> in it is a file. A list
/// with one object counts as that object.
/// </summary>
internal static class JsonPost
{
    /// <exception cref="PostUnreadableException">It is no JSON object, or holds text that is no text.</exception>
    public static PostFields Read(ReadOnlyMemory<byte> body, Encoding charset)
    {
        try
        {
            var utf8 = Encoding.UTF8.GetBytes(PostCharset.Decode(charset, body.Span).TrimStart('\uFEFF'));
            JsonSize.Check(utf8);
            var root = JsonElement.Parse(utf8, new JsonDocumentOptions { MaxDepth = JsonSize.Deepest });
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1) root = root[0];
            if (root.ValueKind != JsonValueKind.Object) throw new PostUnreadableException("json");
            var fields = new PostFields { Document = root };
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
            case JsonValueKind.Object:
                // The post itself is no file.
                var used = name.Length > 0 ? JsonFile.Take(fields, value) : [];
                foreach (var property in value.EnumerateObject().Where(property => !used.Contains(property.Name))) Flatten(fields, Step(name, property.Name), Step(path, property.Name), property.Value);
                break;
            case JsonValueKind.Array:
                var place = 0;
                foreach (var element in value.EnumerateArray()) Flatten(fields, name, Step(path, place++.ToString(CultureInfo.InvariantCulture)), element);
                break;
            case JsonValueKind.String:
                fields.Add(new PostValue(name, value.GetString() ?? "") { Path = path });
                break;
            case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number:
                fields.Add(new PostValue(name, value.GetRawText()) { Path = path });
                break;
        }
    }

    private static string Step(string path, string name)
    {
        PostFields.CheckName(path.Length + name.Length);
        return path.Length == 0 ? name : $"{path}.{name}";
    }
}
