using System.Text;
using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Gates;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;

namespace Gateway.Core.Intake;

/// <summary>Turns a complaint in words into what the ledger keeps: masked for lists, sealed whole, its marks set, its files under its key.</summary>
internal sealed class ComplaintSealing(IPayloadStore payloads, IVault vault, IIdentifiers identifiers)
{
    /// <summary>The words that accuse an office; null when none do.</summary>
    public Func<string, string?> Accuse { get; init; } = Berkadar.Hit;

    /// <summary>A new complaint, with a number of its own.</summary>
    /// <param name="complaint">As translated or written by an officer; gaps are filled here. Attachments bear their bytes.</param>
    /// <param name="reporter">Whose name is masked; null when nobody is known.</param>
    /// <param name="key">Key it is sealed under: the reporter's, or one of its own.</param>
    /// <param name="destination">Where it goes.</param>
    /// <param name="doubts">What holds it.</param>
    /// <param name="ct">Stops the keeping of files.</param>
    public async Task<ComplaintEntry> NewAsync(
        Complaint complaint, Reporter? reporter, byte[] key, string destination, IReadOnlyList<Reason> doubts, CancellationToken ct)
    {
        var number = TrackingNumber.New(identifiers);
        var whole = Shown(DerivedFields.Complete(complaint with { Number = number }), out var supervised);
        var isi = Masking.Apply(whole.Isi, reporter);
        // Masked before it is cut: half a number or name would not be recognised any more.
        var judul = string.IsNullOrWhiteSpace(complaint.Judul) ? DerivedFields.Title(isi) : Masking.TryApply(whole.Judul!, reporter);
        return new ComplaintEntry
        {
            EventId = identifiers.NewId(),
            Number = number,
            Destination = destination,
            Klasifikasi = whole.Klasifikasi,
            Judul = judul ?? Masking.Blot,
            Isi = isi,
            Written = whole.Written,
            Received = whole.Received,
            ContentKey = ContentKey(complaint),
            WrappedKey = key,
            Sealed = Seal(key, whole),
            Doubts = Masked(isi == Masking.Blot || judul is null, doubts),
            Supervised = supervised,
            Danger = Danger.Hit(Said(whole)),
            Attachments = await FilesAsync(number, whole.Lampiran, 0, key, ct),
        };
    }

    /// <summary>New content of a complaint that is there.</summary>
    /// <param name="row">As it was seen.</param>
    /// <param name="complaint">What it says now.</param>
    /// <param name="reporter">Whose name is masked.</param>
    /// <param name="reasons">What holds it now, besides what its words give.</param>
    /// <param name="files">New attachments of it, from their payloads.</param>
    public ComplaintAmendment Amended(ComplaintRow row, Complaint complaint, Reporter? reporter, IReadOnlyList<Reason> reasons, IReadOnlyList<AttachmentRow> files)
    {
        var whole = Shown(complaint, out var accuses);
        var isi = Masking.Apply(whole.Isi, reporter);
        return new ComplaintAmendment(
            identifiers.NewId(), row.Number, row.Version, Seal(row.WrappedKey, whole), isi, ContentKey(whole), Held(whole, Masked(isi == Masking.Blot, reasons)), files)
        {
            Supervised = row.Supervised || accuses,
            Danger = Danger.Hit(Said(whole)) ?? row.Danger,
        };
    }

    /// <summary>Keeps files under the complaint's key, numbered behind those it has.</summary>
    public async Task<IReadOnlyList<AttachmentRow>> FilesAsync(string owner, IReadOnlyList<Attachment> files, int before, byte[] key, CancellationToken ct)
    {
        var rows = new List<AttachmentRow>();
        foreach (var attachment in files)
        {
            var content = attachment.Content ?? throw new ArgumentException("A translator gave an attachment without its bytes.", nameof(files));
            var ordinal = before + rows.Count + 1;
            rows.Add(new AttachmentRow(ordinal, attachment.MediaType, await payloads.KeepAsync($"{owner}/{ordinal}", content, key, ct)));
        }

        return rows;
    }

    /// <summary>Keyed content key of a complaint alone.</summary>
    public byte[] ContentKey(Complaint complaint) => vault.Index("content", Encoding.UTF8.GetBytes(ContentDigest.Of([complaint])));

    private static IReadOnlyList<Reason> Masked(bool failed, IReadOnlyList<Reason> reasons) =>
        failed ? [.. reasons.Where(reason => reason.Code != ComplaintReader.CannotBeMasked), new Reason(ComplaintReader.CannotBeMasked)] : reasons;

    private static string Said(Complaint complaint) => $"{complaint.Judul}\n{complaint.Isi}";

    // What has met the gates already and accuses now is held for a look of its own.
    private IReadOnlyList<Reason> Held(Complaint complaint, IReadOnlyList<Reason> reasons) =>
        Accuse(Said(complaint)) is { } word ? [new Reason("berkadar-pengawasan", word), .. reasons.Where(reason => reason.Code != "berkadar-pengawasan")] : reasons;

    // Whoever accuses an office is shown neither to it nor to the public.
    private Complaint Shown(Complaint complaint, out bool supervised)
    {
        supervised = Accuse(Said(complaint)) is not null;
        return supervised ? complaint with { Anonim = true, Rahasia = true } : complaint;
    }

    private byte[] Seal(byte[] key, Complaint complaint) =>
        vault.Seal(key, JsonSerializer.SerializeToUtf8Bytes(complaint, ContractJson.Options), "complaint");
}
