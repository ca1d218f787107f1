using System.Text.Json;
using Gateway.Adapters.WebForm.Reading;

namespace Gateway.Adapters.WebForm.Presets;

/// <summary>
/// Typeform's webhook: <c>form_response.answers[]</c> holds each answer under the name of its type, its question stands in
/// <c>form_response.definition.fields[]</c> under the same id.
/// </summary>
internal static class TypeformAnswers
{
    private const int Deepest = 8;

    public static void Unpack(PostFields post)
    {
        if (post.Document is not { } document || Member(document, "form_response") is not { } response) return;
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Member(response, "definition") is { } definition) Titles(definition, titles, 0);
        foreach (var answer in List(response, "answers"))
        {
            var field = Member(answer, "field");
            var type = Text(answer, "type") ?? "";
            var id = Text(field, "id") ?? "";
            foreach (var words in Words(answer, type))
                post.Add(new PostValue(Text(field, "ref") ?? id, words) { Title = titles.GetValueOrDefault(id), IsFile = type == "file_url" });
        }
    }

    // Questions of a group stand one level deeper.
    private static void Titles(JsonElement holder, Dictionary<string, string> titles, int depth)
    {
        foreach (var field in List(holder, "fields"))
        {
            if (Text(field, "id") is { } id && Text(field, "title") is { } title) titles[id] = title;
            if (depth < Deepest && Member(field, "properties") is { } properties) Titles(properties, titles, depth + 1);
        }
    }

    private static IEnumerable<string> Words(JsonElement answer, string type) => Member(answer, type) switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString() ?? ""],
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } plain => [plain.GetRawText()],
        { ValueKind: JsonValueKind.Object } choice => Chosen(choice),
        _ => [],
    };

    private static IEnumerable<string> Chosen(JsonElement choice)
    {
        if (Text(choice, "label") is { } label) yield return label;
        foreach (var one in List(choice, "labels").Where(one => one.ValueKind == JsonValueKind.String)) yield return one.GetString() ?? "";
        if (Text(choice, "other") is { } other) yield return other;
    }

    private static JsonElement? Member(JsonElement? holder, string name) =>
        holder is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty(name, out var member) ? member : null;

    private static IEnumerable<JsonElement> List(JsonElement holder, string name) =>
        Member(holder, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static string? Text(JsonElement? holder, string name) =>
        Member(holder, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
