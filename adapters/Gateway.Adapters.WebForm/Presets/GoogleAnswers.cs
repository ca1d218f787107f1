using System.Text.Json;
using Gateway.Adapters.WebForm.Reading;

namespace Gateway.Adapters.WebForm.Presets;

/// <summary>What our Apps Script sends of a Google Form: <c>answers: [{title, type, value}]</c>, a list as value for tick boxes and files.</summary>
internal static class GoogleAnswers
{
    public static void Unpack(PostFields post)
    {
        if (post.Document is not { ValueKind: JsonValueKind.Object } document
            || !document.TryGetProperty("answers", out var answers)
            || answers.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var answer in answers.EnumerateArray().Where(answer => answer.ValueKind == JsonValueKind.Object))
        {
            if (!answer.TryGetProperty("title", out var title) || title.ValueKind != JsonValueKind.String || !answer.TryGetProperty("value", out var value)) continue;
            var isFile = answer.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("FILE_UPLOAD");
            // Files in it were taken when the whole post was read.
            var read = new PostFields();
            JsonPost.Flatten(read, "value", "value", value);
            foreach (var one in read.Values) post.Add(new PostValue(title.GetString() ?? "", one.Value) { Title = title.GetString(), IsFile = isFile });
        }
    }
}
