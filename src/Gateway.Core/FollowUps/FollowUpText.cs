using System.Globalization;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.FollowUps;

/// <summary>
/// The words of a follow-up as the centre gets them: public, so masked, and with a marker line at the end by which it is found there
/// again. Pure.
/// </summary>
public static class FollowUpText
{
    // Of a random id; enough to tell apart what bears the same name.
    private const int Ending = 6;

    /// <summary>The longest marker that a task of a complaint has.</summary>
    public static string LongestMarker(string number) => TrackingNumber.Marker(TaskRow.NameOf(number, 9999)) + "-" + new string('0', Ending);

    /// <summary>A complaint that is posted as a follow-up of another: a title that its writer gave comes first, since a follow-up has none.</summary>
    public static Complaint AsFollowUp(Complaint masked) =>
        masked.Derived.ContainsKey("judul") || string.IsNullOrWhiteSpace(masked.Judul) || masked.Isi.Contains(masked.Judul, StringComparison.OrdinalIgnoreCase)
            ? masked
            : masked with { Isi = $"{masked.Judul}\n\n{masked.Isi}" };

    /// <summary>Words that came after a complaint, masked for both of its people.</summary>
    public static string Masked(string words, params IEnumerable<Reporter?> people) =>
        people.Append(null).Aggregate(words.Trim(), Masking.Apply);

    /// <summary>Words with their marker.</summary>
    public static string Marked(string masked, string marker) => $"{masked}\n\n{marker}";

    /// <summary>
    /// The marker of a task: the tracking number of the complaint whose words it posts, else the name of the task with an ending of its own, since
    /// a restored ledger gives the same name once more.
    /// </summary>
    public static string MarkerOf(TaskRow task) => TrackingNumber.Marker(task.Words is null ? task.Origin : $"{task.Name}-{task.Id[^Math.Min(Ending, task.Id.Length)..]}");

    /// <summary>
    /// Whether a text at the centre has the same words and was posted at the same complaint by a task that the ledger does not know: before a
    /// restore, or by a version that gave markers no ending.
    /// </summary>
    /// <param name="content">What stands there.</param>
    /// <param name="words">The words.</param>
    /// <param name="number">The complaint.</param>
    /// <param name="known">Markers of its tasks.</param>
    public static bool IsForgotten(string? content, string words, string number, IEnumerable<string> known)
    {
        var at = content?.LastIndexOf($"{TrackingNumber.Marker(number)}.", StringComparison.Ordinal) ?? -1;
        return at >= 0 && !known.Any(marker => Bears(content, marker)) && FieldNames.Fold(CentreText.Plain(content![..at])) == FieldNames.Fold(words);
    }

    /// <summary>Whether a text at the centre is that of the task. It may have lost its line ends there.</summary>
    public static bool Bears(string? content, string marker)
    {
        for (var at = content?.IndexOf(marker, StringComparison.Ordinal) ?? -1; at >= 0; at = content!.IndexOf(marker, at + 1, StringComparison.Ordinal))
        {
            var end = at + marker.Length;
            // "….1" is not the beginning of "….12", nor a complaint's own number that of its task.
            var goesOn = end < content!.Length && (char.IsAsciiDigit(content[end]) || (content[end] == '.' && end + 1 < content.Length && char.IsAsciiDigit(content[end + 1])));
            if (!goesOn) return true;
        }

        return false;
    }

    /// <summary>The form of a post.</summary>
    /// <param name="centralId">The complaint at the centre.</param>
    /// <param name="content">Masked words with their marker.</param>
    /// <param name="isSecret">The complaint is not public (rahasia).</param>
    /// <param name="files">Files that go along.</param>
    /// <param name="destination">Whose further fields apply.</param>
    public static FollowUpPost Post(string centralId, string content, bool isSecret, IReadOnlyList<UploadFile> files, Destination destination)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in destination.FollowUpFields)
            if (value is not null && name is not ("complaint_id" or "content" or "is_secret")) fields.Add(new(name, Convert.ToString(value, CultureInfo.InvariantCulture)!));
        fields.Add(new("complaint_id", centralId));
        fields.Add(new("is_secret", isSecret ? "1" : "0"));
        fields.Add(new("content", content));
        return new FollowUpPost(fields, files);
    }
}
