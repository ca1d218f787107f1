using System.Globalization;
using Gateway.Adapters.WebForm.Reading;

namespace Gateway.Adapters.WebForm.Presets;

/// <summary>What a tool tells of the sending itself: its id, and when the citizen pressed the button, which may be hours before it came here.</summary>
internal static class Submission
{
    private const int LongestId = 200;

    /// <summary>The same whenever the tool sends this answer again. Null when it tells none.</summary>
    public static string? Id(FormPreset? preset, PostFields post) =>
        preset?.Delivery is { } path && post.Find(path) is { Length: <= LongestId } id ? $"{preset.Name}/{id}" : null;

    /// <summary>When the citizen sent it; when it came here if the tool does not tell, or tells a moment that has not come yet.</summary>
    public static DateTimeOffset? Moment(FormPreset? preset, PostFields post, DateTimeOffset? received) =>
        preset?.Submitted is { } path
        && post.Find(path) is { } text
        && text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        && moment.Year > 2000
        && (received is null || moment <= received)
            ? moment.ToOffset(Contracts.Fields.WrittenDate.Wita)
            : received;
}
