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
    // Digits of a length, and the colon behind it.
    private const int MostMarks = 11;

    // Of most complaints; more costs a copy, and less would be cleared for nothing.
    private const int UsualLength = 1 << 11;

    // "-" as a part.
    private static ReadOnlySpan<byte> Absent => "1:-"u8;

    // White space, without the one sign it is folded to.
    private static readonly SearchValues<char> OtherSpaces = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(letter => (char)letter).Where(letter => letter != ' ' && char.IsWhiteSpace(letter))]);

    // A buffer that grew beyond this for one long complaint is not kept.
    private const int LongestKept = 8 * UsualLength;

    // Kept from one digest to the next: made anew they cost as much as to digest a short complaint.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? spare;

    [ThreadStatic]
    private static IncrementalHash? hasher;

    /// <summary>Hex SHA-256. White space is folded, so a re-wrapped copy has the same digest.</summary>
    public static string Of(params ReadOnlySpan<Complaint> complaints)
    {
        var joined = spare ?? new ArrayBufferWriter<byte>(UsualLength);
        spare = null;
        joined.ResetWrittenCount();
        foreach (var complaint in complaints)
        {
            AddFolded(joined, complaint.Judul);
            AddFolded(joined, complaint.Isi);
            AddFolded(joined, complaint.TanggalKejadian?.ToString("O", CultureInfo.InvariantCulture));
            AddFolded(joined, complaint.Lokasi);
            AddFolded(joined, complaint.InstansiTujuan);
            AddFolded(joined, complaint.Kategori);
            foreach (var attachment in complaint.Lampiran) Add(joined, "+" + Digest(attachment));
        }

        var digest = Hex(joined);
        spare = joined.Capacity <= LongestKept ? joined : null;
        return digest;
    }

    /// <summary>Hex SHA-256 of the parts, each prefixed by its length, as <c>inspect</c> shows it.</summary>
    public static string OfParts(IEnumerable<string> parts) => Hex(Joined(parts));

    /// <summary>The bytes the ledger keys: each part as UTF-8, prefixed by its length so that no two lists join to the same bytes.</summary>
    public static byte[] Join(IEnumerable<string> parts) => Joined(parts).WrittenSpan.ToArray();

    private static ArrayBufferWriter<byte> Joined(IEnumerable<string> parts)
    {
        var joined = new ArrayBufferWriter<byte>();
        foreach (var part in parts) Add(joined, part);
        return joined;
    }

    private static void Add(ArrayBufferWriter<byte> joined, ReadOnlySpan<char> part)
    {
        // Written behind its length, which is not known before: to move it costs less than to count it.
        var room = joined.GetSpan(MostMarks + Encoding.UTF8.GetMaxByteCount(part.Length));
        var length = Encoding.UTF8.GetBytes(part, room[MostMarks..]);
        length.TryFormat(room, out var digits, default, CultureInfo.InvariantCulture);
        room[digits] = (byte)':';
        room.Slice(MostMarks, length).CopyTo(room[(digits + 1)..]);
        joined.Advance(digits + 1 + length);
    }

    // "-" for a field that is not there, else "+" and its words with one space between them.
    private static void AddFolded(ArrayBufferWriter<byte> joined, string? text)
    {
        if (text is null)
        {
            joined.Write(Absent);
            return;
        }

        var written = text.AsSpan().Trim();
        var folded = ArrayPool<char>.Shared.Rent(written.Length + 1);
        folded[0] = '+';
        written.CopyTo(folded.AsSpan(1));
        Add(joined, folded.AsSpan(0, 1 + Fold(folded.AsSpan(1, written.Length))));
        ArrayPool<char>.Shared.Return(folded);
    }

    // How long it is when one space stands for any white space. Looked for many letters at a time: most texts have little of it to fold.
    private static int Fold(Span<char> text)
    {
        text.ReplaceAny(OtherSpaces, ' ');
        var length = 0;
        var rest = text;
        for (var at = rest.IndexOf("  "); at >= 0; at = rest.IndexOf("  "))
        {
            rest[..(at + 1)].CopyTo(text[length..]);
            length += at + 1;
            rest = rest[(at + 1)..].TrimStart(' ');
        }

        rest.CopyTo(text[length..]);
        return length + rest.Length;
    }

    private static string Hex(ArrayBufferWriter<byte> joined)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        hasher ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hasher.AppendData(joined.WrittenSpan);
        hasher.GetHashAndReset(hash);
        return Convert.ToHexStringLower(hash);
    }

    private static string Digest(Attachment attachment)
    {
        if (attachment.Content is null) return attachment.Name + attachment.Bytes.ToString(CultureInfo.InvariantCulture);
        using var stream = attachment.Content.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
