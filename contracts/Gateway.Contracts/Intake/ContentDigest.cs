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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var complaint in complaints)
        {
            Add(hash, Folded(complaint.Judul));
            Add(hash, Folded(complaint.Isi));
            Add(hash, complaint.TanggalKejadian?.ToString("O", CultureInfo.InvariantCulture));
            Add(hash, Folded(complaint.Lokasi));
            Add(hash, Folded(complaint.InstansiTujuan));
            Add(hash, Folded(complaint.Kategori));
            foreach (var attachment in complaint.Lampiran) Add(hash, Digest(attachment));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Hex SHA-256 of the parts, each prefixed by its length, as <c>inspect</c> shows it.</summary>
    public static string OfParts(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Join(parts)));

    /// <summary>The bytes the ledger keys: each part as UTF-8, prefixed by its length so that no two lists join to the same bytes.</summary>
    public static byte[] Join(IEnumerable<string> parts)
    {
        using var joined = new MemoryStream();
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            joined.Write(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            joined.Write(bytes);
        }

        return joined.ToArray();
    }

    private static void Add(IncrementalHash hash, string? value) =>
        hash.AppendData(Join([value is null ? "-" : "+" + value]));

    private static string Digest(Attachment attachment)
    {
        if (attachment.Content is null) return attachment.Name + attachment.Bytes.ToString(CultureInfo.InvariantCulture);
        using var stream = attachment.Content.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static string? Folded(string? text) =>
        text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
