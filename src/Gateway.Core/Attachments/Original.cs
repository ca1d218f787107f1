using System.Security.Cryptography;
using Gateway.Contracts;
using Gateway.Contracts.Files;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Attachments;

/// <summary>An original as it was looked at: what it is, how long, its keyed hash. Its bytes stay where they lie.</summary>
internal sealed record Original(AttachmentRow Row, FileKind Kind, string Hash)
{
    private const int LookedAt = 8 << 20;

    // Most files of a complaint are read at once, and a small one needs no large buffer.
    private const int Most = FileKinds.HeadLength;

    /// <summary>Null when its bytes cannot be read any more.</summary>
    public static Original? Look(AttachmentRow row, Func<IRawContent> open, IVault vault)
    {
        try
        {
            // What was altered shows when it is opened.
            var content = open();
            // A long film need not lie in memory whole to be told from a photo.
            var head = new byte[Math.Min(content.Length, LookedAt)];
            using var stream = content.Open();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            stream.ReadExactly(head);
            hash.AppendData(head);
            var rest = new byte[Math.Clamp(content.Length - head.Length, 1, Most)];
            while (stream.Read(rest) is > 0 and var read) hash.AppendData(rest, 0, read);
            return new Original(row, FileKinds.Of(head), Keyed(hash.GetHashAndReset(), vault));
        }
        catch (Exception broken) when (broken is IOException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>True when every byte can be read and was not altered.</summary>
    public static bool IsWhole(Func<IRawContent> open)
    {
        try
        {
            var content = open();
            using var stream = content.Open();
            var part = new byte[Math.Clamp(content.Length, 1, Most)];
            while (stream.Read(part) > 0)
            {
            }

            return true;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }

    public static byte[] Read(IRawContent content)
    {
        var bytes = new byte[content.Length];
        using var stream = content.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string HashOf(ReadOnlySpan<byte> bytes, IVault vault) => Keyed(SHA256.HashData(bytes), vault);

    // The bare digest of a known file would tell who has it.
    private static string Keyed(byte[] digest, IVault vault) => Convert.ToHexStringLower(vault.Index("file", digest));
}
