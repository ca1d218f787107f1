using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Core.Destinations;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>Writes the fields of a create from the masked complaint. What has no code table is left out; no number is made up. Pure.</summary>
public static class SubmissionBuilder
{
    /// <summary>The body of the create.</summary>
    /// <param name="masked">The complaint as <see cref="ComplaintReader.Masked"/> gives it.</param>
    /// <param name="agency">Agency whose institution answers when the complaint names none: the channel's owner.</param>
    /// <param name="files">Its files: those uploaded, in order, and those that cannot go along.</param>
    /// <param name="destination">Whose fields and codes apply.</param>
    public static Submission Build(Complaint masked, Agency? agency, IReadOnlyList<SentFile> files, Destination destination)
    {
        var number = masked.Number ?? throw new ArgumentException("Only a recorded complaint is sent.", nameof(masked));
        var fields = new JsonObject();
        foreach (var (name, value) in destination.Fields) fields[name] = value?.DeepClone();
        fields["title"] = masked.Judul;
        fields["content"] = SentText.Of(masked, destination, files);
        fields["date_of_incident"] = masked.TanggalKejadian?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        fields["is_anonymous"] = masked.Anonim ? 1 : 0;
        fields["is_secret"] = masked.Rahasia ? 1 : 0;
        var uploads = files.Select(file => file.UploadId).OfType<string>().ToList();
        fields["attachments"] = uploads.Count == 0 ? JsonValue.Create(false) : JsonValue.Create("[" + string.Join(',', uploads) + "]");
        Code(fields, "classification_id", destination.Codes.Classification, Wire(masked.Klasifikasi));
        Code(fields, "category_id", destination.Codes.Category, masked.Kategori);
        Code(fields, "location_id", destination.Codes.Location, masked.Lokasi);
        if (Disposition(masked, agency, destination.Codes) is { } disposition) fields["disposition_id"] = disposition;
        return new Submission(number, fields);
    }

    // "No wrong door": an institution that is unknown or has no code goes to the default one.
    private static string? Disposition(Complaint masked, Agency? agency, CodeTables codes)
    {
        var wanted = masked.InstansiTujuan;
        var isOwner = agency is not null && (wanted is null || wanted == agency.Key || wanted == agency.Name);
        string?[] names = isOwner ? [agency!.Key, agency.Name] : [wanted];
        var mapped = names.Select(name => name is null ? null : codes.Institution?.GetValueOrDefault(name)).FirstOrDefault(code => code is not null);
        return mapped ?? (isOwner ? agency!.Institution : null) ?? codes.Disposition;
    }

    private static void Code(JsonObject fields, string field, IReadOnlyDictionary<string, string>? table, string? value)
    {
        if (value is not null && table?.GetValueOrDefault(value) is { } code) fields[field] = code;
    }

    private static string? Wire(Klasifikasi? klasifikasi) =>
        klasifikasi is null ? null : JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(klasifikasi, ContractJson.Options))!.GetValue<string>();
}
