using System.IO.Compression;
using Gateway.Contracts;

namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>Judges a zip by its directory, before anything is unpacked. WhatsApp writes flat zips of plain files; anything else is suspect.</summary>
internal static class ZipInspection
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymlink = 0xA000;

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

        return total > ArchiveLimits.Likely(packedBytes) ? new Reason("zip-bomb") : null;
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
