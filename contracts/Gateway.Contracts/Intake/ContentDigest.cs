using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Contracts.Intake;

/// <summary>
/// The digest of what a complaint says: translated fields and attachment bytes, never the raw bytes of the source, so that the
/// same mail delivered by two routes is the same content. Never an identity alone: two people may send the same words.
/// </summary>
public static class ContentDigest
{
    /// <summary>Hex SHA-256. White space is folded, so a re-wrapped copy has the same digest.</summary>
    public static string Of(IEnumerable<Complaint> complaints)
    {
        var said = new List<string>();
        foreach (var complaint in complaints)
        {
            said.Add(Marked(Folded(complaint.Judul)));
            said.Add(Marked(Folded(complaint.Isi)));
            said.Add(Marked(complaint.TanggalKejadian?.ToString("O", CultureInfo.InvariantCulture)));
            said.Add(Marked(Folded(complaint.Lokasi)));
            said.Add(Marked(Folded(complaint.InstansiTujuan)));
            said.Add(Marked(Folded(complaint.Kategori)));
            foreach (var attachment in complaint.Lampiran) said.Add(Marked(Digest(attachment)));
        }

        return OfParts(said);
    }

    /// <summary>Hex SHA-256 of the parts, each prefixed by its length, as <c>inspect</c> shows it.</summary>
    public static string OfParts(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Join(parts)));

    /// <summary>The bytes the ledger keys: each part as UTF-8, prefixed by its length so that no two lists join to the same bytes.</summary>
    public static byte[] Join(IEnumerable<string> parts)
    {
        var joined = new ArrayBufferWriter<byte>();
        foreach (var part in parts)
        {
            var length = Encoding.UTF8.GetByteCount(part);
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length}:"), joined);
            Encoding.UTF8.GetBytes(part, joined);
        }

        return joined.WrittenSpan.ToArray();
    }

    private static string Marked(string? value) => value is null ? "-" : "+" + value;

    private static string Digest(Attachment attachment)
    {
        if (attachment.Content is null) return attachment.Name + attachment.Bytes.ToString(CultureInfo.InvariantCulture);
        using var stream = attachment.Content.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string? Folded(string? text)
    {
        if (text is null) return null;
        var folded = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().SplitAny())
        {
            if (range.Start.Value == range.End.Value) continue;
            if (folded.Length > 0) folded.Append(' ');
            folded.Append(text.AsSpan(range));
        }

        return folded.ToString();
    }
}
