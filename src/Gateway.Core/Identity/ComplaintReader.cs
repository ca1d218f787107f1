using System.Text.Json;
using Gateway.Contracts;
using Gateway.Core.Ledger;

namespace Gateway.Core.Identity;

/// <summary>Opens what is sealed in a row, for those parts of Core that must see it.</summary>
public sealed class ComplaintReader(IVault vault)
{
    /// <summary>The complaint as translated and derived, unmasked.</summary>
    public Complaint Open(ComplaintRow row) =>
        JsonSerializer.Deserialize<Complaint>(vault.Open(row.WrappedKey, row.Sealed, "complaint"), ContractJson.Options)!;

    /// <summary>The reporter.</summary>
    public Reporter Open(ReporterEntry entry) =>
        JsonSerializer.Deserialize<Reporter>(vault.Open(entry.WrappedKey, entry.Sealed, "reporter"), ContractJson.Options)!;

    /// <summary>
    /// The complaint as it may travel and be listed: masked, file names replaced, no words the derived values came from, no source file name.
    /// </summary>
    public Complaint Masked(ComplaintRow row, Reporter? reporter)
    {
        var complaint = Open(row);
        var derived = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, words) in complaint.Derived) derived[field] = words == complaint.Judul ? row.Judul : Masking.Apply(words, reporter);
        return complaint with
        {
            Judul = row.Judul,
            Isi = row.Isi,
            Lokasi = complaint.Lokasi is null ? null : Masking.Apply(complaint.Lokasi, reporter),
            InstansiTujuan = complaint.InstansiTujuan is null ? null : Masking.Apply(complaint.InstansiTujuan, reporter),
            Kategori = complaint.Kategori is null ? null : Masking.Apply(complaint.Kategori, reporter),
            Derived = derived,
            Lampiran = [.. complaint.Lampiran.Select((attachment, i) => attachment with { Name = SentName(i + 1, attachment.MediaType) })],
            Source = complaint.Source with { File = row.Channel },
        };
    }

    /// <summary>File name as sent: its position and kind, nothing of the person.</summary>
    public static string SentName(int ordinal, string mediaType) => $"lampiran-{ordinal}{Extension(mediaType)}";

    private static string Extension(string mediaType) => mediaType.ToLowerInvariant() switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "application/pdf" => ".pdf",
        "application/msword" => ".doc",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        "text/plain" => ".txt",
        "image/webp" => ".webp",
        "image/heic" => ".heic",
        "video/mp4" => ".mp4",
        "audio/ogg" => ".ogg",
        "message/rfc822" => ".eml",
        _ => ".bin",
    };
}
