using System.Text.Json.Nodes;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.WebForm.Settings;

/// <summary><c>map: {isi: form_response.answers[2].text, name: [Nama, Inisial]}</c> and <c>defaults: {klasifikasi: pengaduan}</c>.</summary>
internal static class FieldSettings
{
    // A default isi would make complaints of empty posts, a default day or person would be untrue.
    private static readonly string[] Defaultable = ["klasifikasi", "judul", "lokasi", "instansiTujuan", "kategori", "anonim", "rahasia"];

    public static Dictionary<string, IReadOnlyList<string>> Map(JsonNode? node, List<string> faults)
    {
        var map = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (node is not JsonObject fields)
        {
            faults.Add("webform.map is no list of fields; write for example map: {isi: pesan, judul: perihal}.");
            return map;
        }

        foreach (var (field, wanted) in fields)
        {
            if (!FieldNames.IsKnown(field))
            {
                var known = string.Join(", ", FieldNames.OfComplaint.Concat(FieldNames.OfReporter));
                faults.Add($"webform.map.{field} is no field of the contract; write one of {known}.");
            }

            var names = (wanted is JsonArray list ? list.ToArray() : [wanted]).Select(SettingWords.Text).ToList();
            if (names.Count == 0 || names.Contains(null))
                faults.Add($"webform.map.{field} names no field of the form; write its name, its path or its question, for example pesan.");
            else map[field] = names.OfType<string>().ToList();
        }

        return map;
    }

    public static Dictionary<string, string> Defaults(JsonNode? node, List<string> faults)
    {
        var defaults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is not JsonObject fields)
        {
            faults.Add("webform.defaults is no list of fields; write for example defaults: {klasifikasi: pengaduan}.");
            return defaults;
        }

        foreach (var (field, value) in fields)
        {
            var words = SettingWords.Text(value) ?? (value is JsonValue plain && plain.TryGetValue<bool>(out var ticked) ? ticked ? "ya" : "tidak" : null);
            if (Fault(field, words) is { } fault) faults.Add(fault);
            else defaults[field] = words!;
        }

        return defaults;
    }

    private static string? Fault(string field, string? words) => field switch
    {
        _ when !Defaultable.Contains(field) => $"webform.defaults.{field} cannot have a default; write one of {string.Join(", ", Defaultable)}.",
        _ when words is null => $"webform.defaults.{field} is empty; write the words, or leave it out.",
        "klasifikasi" when WrittenChoice.Klasifikasi(words) is null => $"webform.defaults.klasifikasi '{words}' is no kind of report; write pengaduan, aspirasi or permintaan-informasi.",
        "anonim" or "rahasia" when WrittenChoice.YesNo(field, words) is null => $"webform.defaults.{field} '{words}' is no yes or no; write true or false.",
        _ => null,
    };
}
