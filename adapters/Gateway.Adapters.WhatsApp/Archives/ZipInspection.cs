using System.Buffers.Binary;
using System.IO.Compression;
using Gateway.Contracts;

namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>Judges a zip by its directory, before anything is unpacked. WhatsApp writes flat zips of plain files; anything else is suspect.</summary>
internal static class ZipInspection
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymlink = 0xA000;
    private const int EndLength = 22;
    private const int TailLength = EndLength + ushort.MaxValue;
    private const int LongestEntry = 1024;

    private static readonly string[] ChatNames = ["_chat", "Chat WhatsApp", "WhatsApp Chat", "Obrolan WhatsApp"];

    public static Reason? Fault(ZipArchive archive, long packedBytes, ArchiveLimits limits)
    {
        if (archive.Entries.Count > limits.Entries) return new Reason("zip-too-many-files", $"> {limits.Entries}");

        long total = 0;
        foreach (var entry in archive.Entries)
        {
            if (!IsSafeName(entry.FullName)) return new Reason("zip-unsafe-name");
            if (((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixSymlink) return new Reason("zip-symlink");
            if (entry.IsEncrypted) return new Reason("zip-encrypted");
            if (entry.Length > limits.EntryBytes) return new Reason("zip-too-large", $"> {limits.EntryBytes / ArchiveLimits.MiB} MiB");
            total += entry.Length;
            if (total > limits.TotalBytes) return new Reason("zip-too-large", $"> {limits.TotalBytes / ArchiveLimits.MiB} MiB");
        }

        return total > ArchiveLimits.HarmlessBytes && total / ArchiveLimits.Ratio > packedBytes ? new Reason("zip-bomb") : null;
    }

    /// <summary>Whether the end of the zip declares more entries than are allowed; a directory too long for them counts as more.</summary>
    public static bool DeclaresMoreThan(IRawContent content, int entries)
    {
        var tail = new byte[(int)Math.Min(content.Length, TailLength)];
        using (var stream = content.Open())
        {
            if (!stream.CanSeek) return false;
            stream.Seek(content.Length - tail.Length, SeekOrigin.Begin);
            if (stream.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false) < tail.Length) return false;
        }

        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length) return false;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        return count > entries || directory > (long)entries * LongestEntry;
    }

    public static bool IsChatName(string name) => Array.Exists(ChatNames, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>Files a Mac adds by itself.</summary>
    public static bool IsHidden(string fullName) =>
        fullName.StartsWith("__MACOSX/", StringComparison.Ordinal) || fullName.Split('/').Any(part => part.StartsWith('.'));

    private static bool IsSafeName(string name) =>
        name.Length > 0
        && name[0] != '/'
        && name.AsSpan().IndexOfAny("\\\0:") < 0
        && !name.Split('/').Contains("..");
}
