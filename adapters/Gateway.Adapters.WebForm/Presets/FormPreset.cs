using System.Text.Json.Nodes;
using Gateway.Adapters.WebForm.Reading;
using Gateway.Adapters.WebForm.Settings;

namespace Gateway.Adapters.WebForm.Presets;

/// <summary>How the posts of one tool look. What its fields are called stands in <c>names.tsv</c>; the channel's map wins over it.</summary>
/// <param name="Name">As written in the channel.</param>
/// <param name="Delivery">Path of what is the same when the tool sends an answer again. Null: nothing is.</param>
/// <param name="Submitted">Path of the moment at which the citizen sent it. Null: the tool does not tell.</param>
/// <param name="Unpack">Adds the answers with their questions, where they stand apart. Null: they do not.</param>
internal sealed record FormPreset(string Name, string? Delivery, string? Submitted, Action<PostFields>? Unpack)
{
    private static readonly FormPreset[] All =
    [
        new("google-forms", "responseId", "submittedAt", GoogleAnswers.Unpack),
        new("typeform", "form_response.token", "form_response.submitted_at", TypeformAnswers.Unpack),
        new("contact-form-7", null, null, null),
        new("jotform", "submissionID", null, JotFormRequest.Unpack),
    ];

    public static FormPreset? Read(JsonNode? node, List<string> faults)
    {
        var preset = All.FirstOrDefault(known => known.Name == SettingWords.Text(node));
        if (preset is null) faults.Add($"webform.preset '{node}' is not known; write {string.Join(", ", All.Select(known => known.Name))}.");
        return preset;
    }
}
