using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Files;
using Gateway.Core.Ledger;

namespace Gateway.Core.Identity;

/// <summary>Opens what is sealed in a row, for those parts of Core that must see it.</summary>
public sealed class ComplaintReader(IVault vault)
{
    /// <summary>Longest place, institution or category that travels, in characters; the whole stays sealed in the ledger.</summary>
    private const int FieldLimit = 1000;

    /// <summary>Code of what holds a text that could not be searched.</summary>
    public const string CannotBeMasked = "cannot-be-masked";

    /// <summary>The complaint as translated and derived, unmasked.</summary>
    public Complaint Open(ComplaintRow row) =>
        JsonSerializer.Deserialize<Complaint>(vault.Open(row.WrappedKey, row.Sealed, "complaint"), ContractJson.Options)!;

    /// <summary>The reporter.</summary>
    public Reporter Open(ReporterEntry entry) =>
        JsonSerializer.Deserialize<Reporter>(vault.Open(entry.WrappedKey, entry.Sealed, "reporter"), ContractJson.Options)!;

    /// <summary>Who wrote a complaint; null when nobody is known.</summary>
    public async Task<Reporter?> ReporterAsync(ILedger ledger, ComplaintRow row, CancellationToken ct) =>
        row.Reporter is { } id && await ledger.ReporterAsync(id, ct) is { } entry ? Open(entry) : null;

    /// <summary>The attempts of a complaint, with what the centre answered, in the order they were begun.</summary>
    public async Task<IReadOnlyList<AttemptRow>> AttemptsAsync(ILedger ledger, ComplaintRow row, CancellationToken ct) =>
        [.. (await ledger.AttemptsAsync(row.Number, ct)).Select(attempt => attempt with { Excerpt = ExcerptSeal.Open(vault, row.WrappedKey, attempt.Excerpt) })];

    /// <summary>
    /// The complaint as it may travel and be listed: masked, file names replaced, no words the derived values came from, no source file name.
    /// </summary>
    public Complaint Masked(ComplaintRow row, Reporter? reporter) => MaskedOpen(row, Open(row), reporter);

    /// <summary>The same of one that was opened already.</summary>
    public static Complaint MaskedOpen(ComplaintRow row, Complaint complaint, Reporter? reporter) => MaskedOpen(row, complaint, reporter, out _);

    /// <summary>The same, and why it may not travel so: a place that could not be searched would leave as nothing but a blot.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="complaint">It, opened.</param>
    /// <param name="reporter">Whose name is masked.</param>
    /// <param name="fault">Null when all could be searched.</param>
    public static Complaint MaskedOpen(ComplaintRow row, Complaint complaint, Reporter? reporter, out Reason? fault)
    {
        var failed = false;

        // Masked before it is cut: half a number or name would not be recognised any more.
        string? Short(string? text)
        {
            if (text is null) return null;
            if (Masking.TryApply(text, reporter) is { } masked) return Cut(masked);
            failed = true;
            return Masking.Blot;
        }

        var derived = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, words) in complaint.Derived) derived[field] = words == complaint.Judul ? row.Judul : Short(words)!;
        var whole = complaint with
        {
            Judul = row.Judul,
            Isi = row.Isi,
            Lokasi = Short(complaint.Lokasi),
            InstansiTujuan = Short(complaint.InstansiTujuan),
            Kategori = Short(complaint.Kategori),
            Derived = derived,
            Lampiran = [.. complaint.Lampiran.Select((attachment, i) => attachment with { Name = SentName(i + 1, attachment.MediaType) })],
            Source = complaint.Source with { File = row.Channel },
        };
        fault = failed ? new Reason(CannotBeMasked) : null;
        return whole;
    }

    private static string Cut(string text) => text.Length <= FieldLimit ? text : text[..FieldLimit] + "…";

    /// <summary>File name as sent: its position and kind, nothing of the person.</summary>
    public static string SentName(int ordinal, string mediaType) =>
        $"{(ordinal == SentFile.WholeText ? "isi-lengkap" : $"lampiran-{ordinal}")}.{FileKinds.OfMediaType(mediaType).Name}";
}
