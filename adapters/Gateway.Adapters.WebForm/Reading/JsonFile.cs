using System.Text.Json;
using Gateway.Contracts.Files;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>
/// An object in JSON with a name and base64 content is a file. What says that it is one and cannot be decoded is told, so that nothing a
/// citizen attached is lost in silence; what a person wrote stays text.
/// </summary>
internal static class JsonFile
{
    private static readonly string[] ContentNames = ["content", "base64", "data"];

    private static readonly string[] FileNames = ["filename", "namafile", "name", "nama"];

    // One word this long is no language: the longest Indonesian ones have about 25 letters.
    private const int LongerThanAnyWord = 32;

    /// <summary>Takes the object as a file, whole or broken.</summary>
    /// <param name="fields">Where the file goes.</param>
    /// <param name="value">The object.</param>
    /// <returns>The properties that were its name and content; the others say something else. Empty when it is no file.</returns>
    public static string[] Take(PostFields fields, JsonElement value)
    {
        if (Text(value, ContentNames) is not { } content || Text(value, FileNames) is not { } name || !IsFile(name, content)) return [];
        // A file box left empty.
        if (name.Text.Length > 0 || content.Text.Length > 0) fields.AddFileText(name.Text, content.Text);
        return [name.Property, content.Property];
    }

    private static bool IsFile((string Key, string Property, string Text) name, (string Key, string Property, string Text) content)
    {
        var letters = content.Text;
        // An address: FileLinks tells of it.
        if (letters.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || letters.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return false;
        if (FileText.IsDataUri(letters) || content.Key == "base64" || name.Key is "filename" or "namafile" || FileLinks.HasFileEnding(name.Text)) return true;
        // "nama" and "content" may as well be a person and what they say.
        if (letters.AsSpan().Trim().IndexOfAny(' ', '\t') >= 0) return false;
        return FileText.Decode(letters) is { } bytes
            ? letters.Length > LongerThanAnyWord || letters.TrimEnd().EndsWith('=') || FileKinds.Of(bytes.Span).Family is not (FileFamily.Unknown or FileFamily.Text)
            : letters.Length > 2 * LongerThanAnyWord;
    }

    private static (string Key, string Property, string Text)? Text(JsonElement value, string[] keys)
    {
        foreach (var key in keys)
        {
            foreach (var property in value.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String && property.Name.Replace("_", "", StringComparison.Ordinal).Equals(key, StringComparison.OrdinalIgnoreCase))
                    return (key, property.Name, property.Value.GetString() ?? "");
            }
        }

        return null;
    }
}
