using System.Globalization;
using System.Text;
using Gateway.Contracts;
using Gateway.Contracts.Files;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;
using Gateway.Core.Payloads;

namespace Gateway.Core.Attachments;

/// <summary>
/// Makes of a complaint's files and text what its destination takes, once, before an officer looks at it: the originals stay, what is
/// sent lies beside them. What cannot be made to fit is refused with a reason and holds the complaint.
/// </summary>
public sealed class Preparation(ILedger ledger, IPayloadStore payloads, IVault vault, IPictures pictures)
{
    /// <summary>The files as they go, also those refused; empty when there is nothing to prepare. Made anew when limits, files or words changed since.</summary>
    /// <param name="row">The complaint.</param>
    /// <param name="masked">Its content as it may travel.</param>
    /// <param name="destination">Whose limits count.</param>
    /// <param name="ct">Stops the wait; nothing is half stored.</param>
    /// <returns>The files, and those refusals nobody has seen yet.</returns>
    public Task<Prepared> ReadyAsync(ComplaintRow row, Complaint masked, Destination destination, CancellationToken ct) =>
        ReadyAsync(row, masked, destination, isAgain: false, ct);

    /// <summary>The same at an officer's word: all is made anew, and a picture that was given up gets another chance.</summary>
    /// <param name="row">The complaint.</param>
    /// <param name="masked">Its content as it may travel.</param>
    /// <param name="destination">Whose limits count.</param>
    /// <param name="ct">Stops the wait; nothing is half stored.</param>
    public Task<Prepared> AgainAsync(ComplaintRow row, Complaint masked, Destination destination, CancellationToken ct) =>
        ReadyAsync(row, masked, destination, isAgain: true, ct);

    private async Task<Prepared> ReadyAsync(ComplaintRow row, Complaint masked, Destination destination, bool isAgain, CancellationToken ct)
    {
        var isLong = SentText.Whole(masked, destination.Codes, 0).Length > destination.ContentLimit;
        if (masked.Lampiran.Count == 0 && !isLong) return Prepared.Nothing;
        var originals = await ledger.AttachmentsAsync(row.Number, ct);
        var before = await ledger.SentFilesAsync(row.Number, ct);
        if (!isAgain && IsCurrent(before, originals, masked, destination)) return new Prepared(before, []);
        var marks = new PictureMarks(ledger, row.Number, before, isAgain);
        IReadOnlyList<SentFile> files;
        try
        {
            files = await PrepareAsync(row, masked, originals, destination, marks, ct);
        }
        catch
        {
            // Whatever it was (a full disk, a shutdown), no picture took the process down.
            await ledger.KeepSentAsync(row.Number, before, CancellationToken.None);
            throw;
        }

        await ledger.KeepSentAsync(row.Number, files, ct);
        var seen = before.Where(file => file.Tries == 0).Select(file => file.Refusal).OfType<Reason>();
        return new Prepared(files, [.. files.Select(file => file.Refusal).OfType<Reason>().Except(seen)]);
    }

    private bool IsCurrent(IReadOnlyList<SentFile> files, IReadOnlyList<AttachmentRow> originals, Complaint masked, Destination destination)
    {
        if (files.Count == 0 || files.Any(file => file.Tries > 0) || !originals.All(original => files.Any(file => file.Ordinal == original.Ordinal))) return false;
        var whole = SentText.Whole(masked, destination.Codes, SentText.LeftOut(files));
        var text = files.FirstOrDefault(file => file.Ordinal == SentFile.WholeText);
        if (whole.Length > destination.ContentLimit ? text?.OriginHash != HashOf(Written(masked, whole)) : text is not null) return false;
        // What the centre has taken already it has.
        if (files.Any(file => file.UploadId is not null)) return true;
        var lengths = files.Select(file => file.Payload?.Length).OfType<long>().ToList();
        return destination.Attachments.Admit(lengths)
            && files.All(file => file.Refusal is null ? IsTaken(file, destination.Attachments) : !MayGoNow(file, originals, lengths, destination.Attachments));
    }

    private static bool IsTaken(SentFile file, AttachmentLimits limits) => limits.Types.Contains(FileKinds.OfMediaType(file.MediaType).Name);

    // Limits may have been raised since it was refused.
    private static bool MayGoNow(SentFile file, IReadOnlyList<AttachmentRow> originals, IReadOnlyList<long> lengths, AttachmentLimits limits) => file.Refusal?.Code switch
    {
        "file-type-not-taken" => IsTaken(file, limits),
        "file-too-large" or "too-many-files" => limits.Admit([.. lengths, originals.First(original => original.Ordinal == file.Ordinal).Payload.Length]),
        _ => false,
    };

    private async Task<IReadOnlyList<SentFile>> PrepareAsync(
        ComplaintRow row, Complaint masked, IReadOnlyList<AttachmentRow> originals, Destination destination, PictureMarks marks, CancellationToken ct)
    {
        var limits = destination.Attachments;
        var files = new List<SentFile>();
        var waiting = new List<Original>();
        var room = new Room(limits);
        foreach (var attachment in originals)
        {
            if (Original.Look(attachment, () => payloads.Open(attachment.Payload, row.WrappedKey), vault) is not { } original)
                files.Add(Refused(attachment.Ordinal, attachment.MediaType, "", "file-unreadable", null));
            else if (original.Kind.Family == FileFamily.Picture) waiting.Add(original);
            else files.Add(AsItIs(original, limits, room));
        }

        // The text goes before the pictures: they can be made smaller and it cannot.
        var leftOut = SentText.LeftOut(files);
        var text = await TextAsync(row, masked, destination, leftOut, room, ct);
        // The smallest first, so that what they do not need is left to the larger ones.
        var left = waiting.Count;
        foreach (var original in waiting.OrderBy(original => original.Row.Payload.Length).ThenBy(original => original.Row.Ordinal))
            files.Add(marks.IsGivenUp(original.Row.Ordinal) ? Interrupted(original) : await PictureAsync(row, original, limits, room, left--, marks, ct));
        // The text says how many cannot go along; the first one kept a little room for that.
        if (SentText.LeftOut(files) is var now && now != leftOut) text = await TextAsync(row, masked, destination, now, text?.Payload is null ? room : null, ct);
        return [.. files.OrderBy(file => file.Ordinal), .. text is null ? Array.Empty<SentFile>() : [text]];
    }

    // Papers leave as they are: no machine here can make them smaller, and an officer sees that one is held.
    private static SentFile AsItIs(Original original, AttachmentLimits limits, Room room)
    {
        var (kind, row) = (original.Kind, original.Row);
        if (RefusalOf(kind) is { } code) return Refused(row.Ordinal, kind.MediaType, original.Hash, code, kind.Name);
        if (!limits.Types.Contains(kind.Name)) return Refused(row.Ordinal, kind.MediaType, original.Hash, "file-type-not-taken", kind.Name);
        if (room.IsFull) return Refused(row.Ordinal, kind.MediaType, original.Hash, "too-many-files", $"{limits.Count}");
        if (!room.Take(row.Payload.Length)) return Refused(row.Ordinal, kind.MediaType, original.Hash, "file-too-large", string.Create(CultureInfo.InvariantCulture, $"{kind.Name}, {row.Payload.Length:N0} > {room.Left:N0}"));
        return new SentFile { Ordinal = row.Ordinal, MediaType = kind.MediaType, OriginHash = original.Hash, Payload = row.Payload, Hash = original.Hash };
    }

    private static string? RefusalOf(FileKind kind) => kind.Family switch
    {
        FileFamily.Contact => "contact-card",
        FileFamily.Program => "file-runs-something",
        FileFamily.Unknown or FileFamily.Archive => "file-kind-unsure",
        _ => null,
    };

    private static SentFile Interrupted(Original original) =>
        Refused(original.Row.Ordinal, original.Kind.MediaType, original.Hash, "picture-interrupted", original.Kind.Name);

    private async Task<SentFile> PictureAsync(ComplaintRow row, Original original, AttachmentLimits limits, Room room, int left, PictureMarks marks, CancellationToken ct)
    {
        var ordinal = original.Row.Ordinal;
        if (room.IsFull) return Refused(ordinal, original.Kind.MediaType, original.Hash, "too-many-files", $"{limits.Count}");
        var fitted = await pictures.FitAsync(
            async () =>
            {
                // Not before its turn: an end of the process speaks against the one that was open and no other.
                await marks.BeginAsync(Interrupted(original), ct);
                return Original.Read(payloads.Open(original.Row.Payload, row.WrappedKey));
            },
            original.Kind, room.Share(left), limits.Types, ct);
        marks.End(ordinal);
        var place = fitted.Place is { } point ? vault.Seal(row.WrappedKey, Encoding.UTF8.GetBytes(point.ToString()), "place") : null;
        if (fitted.Bytes is not { } made) return Refused(ordinal, original.Kind.MediaType, original.Hash, fitted.Fault!, original.Kind.Name) with { Place = place };
        room.Take(made.Length);
        var sent = await KeepAsync(row, ordinal, fitted.Kind!.MediaType, made, original.Hash, ct);
        return sent with { Place = place };
    }

    // Room for the line that says how many files are left out.
    private const int Spare = 512;

    private async Task<SentFile?> TextAsync(ComplaintRow row, Complaint masked, Destination destination, int leftOut, Room? room, CancellationToken ct)
    {
        var whole = SentText.Whole(masked, destination.Codes, leftOut);
        if (whole.Length <= destination.ContentLimit) return null;
        var written = Written(masked, whole);
        var origin = HashOf(written);
        var length = $"{whole.Length} > {destination.ContentLimit}";
        if (MediaTypeOfText(destination) is not { } mediaType) return Refused(SentFile.WholeText, "text/plain", origin, "content-too-long", length);
        var bytes = mediaType == "text/plain" ? Encoding.UTF8.GetBytes(written) : TextPdf.Of(written);
        var file = new SentFile { Ordinal = SentFile.WholeText, MediaType = mediaType, OriginHash = origin };
        // A limit below the marker and the line that points to the file leaves nothing to be cut.
        var isTooShort = SentText.Of(masked, destination, [file]).Length > destination.ContentLimit;
        if (isTooShort || room?.IsFull == true || room?.Take(bytes.Length + Spare) == false) return Refused(SentFile.WholeText, mediaType, origin, "content-too-long", length);
        return await KeepAsync(row, SentFile.WholeText, mediaType, bytes, origin, ct);
    }

    // The title goes along in the file, so a name taken out of it must not stay there.
    private static string Written(Complaint masked, string whole) => $"{masked.Judul}\n\n{whole}";

    private static string? MediaTypeOfText(Destination destination) =>
        destination.Attachments.Types.Contains("pdf") ? "application/pdf" : destination.Attachments.Types.Contains("txt") ? "text/plain" : null;

    private async Task<SentFile> KeepAsync(ComplaintRow row, int ordinal, string mediaType, ReadOnlyMemory<byte> bytes, string origin, CancellationToken ct)
    {
        var hash = Original.HashOf(bytes.Span, vault);
        return new SentFile
        {
            Ordinal = ordinal,
            MediaType = mediaType,
            OriginHash = origin,
            // Under its hash: what another version made of it keeps its own name, and the same again overwrites itself.
            Payload = await payloads.KeepAsync($"{row.Number}/{ordinal}/{hash}", new BytesContent(bytes), row.WrappedKey, ct),
            Hash = hash,
        };
    }

    private string HashOf(string text) => Original.HashOf(Encoding.UTF8.GetBytes(text), vault);

    private static SentFile Refused(int ordinal, string mediaType, string origin, string code, string? detail) => new()
    {
        Ordinal = ordinal,
        MediaType = mediaType,
        OriginHash = origin,
        Refusal = new Reason(code, ordinal == SentFile.WholeText ? detail : $"{ordinal}{(detail is null ? "" : ": " + detail)}"),
    };
}
