using System.Text.Json;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>
/// Looks through JSON before anything is made of it: a small body can hold millions of brackets, each of which costs memory once
/// it is read as a document.
/// </summary>
internal static class JsonSize
{
    /// <summary>Levels of a real form's post: Typeform with groups has eleven.</summary>
    public const int Deepest = 16;

    // A long form of Typeform with its definition has some thousands.
    private const int MostTokens = 40_000;

    /// <exception cref="PostUnreadableException">It has more values, or a longer name, than any form.</exception>
    /// <exception cref="JsonException">It is no JSON, or too deep.</exception>
    public static void Check(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Deepest });
        for (var tokens = 0; reader.Read(); tokens++)
        {
            if (tokens >= MostTokens) throw new PostUnreadableException("too-many-fields");
            if (reader.TokenType == JsonTokenType.PropertyName) PostFields.CheckName(reader.ValueSpan.Length);
        }
    }
}
