using System.IO.Compression;
using Gateway.Contracts;
using Gateway.Contracts.Files;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>
/// An export as it was handed over: a text file, or a zip with one or several chats and their media. A zip that is damaged or hostile
/// is a fault with a reason, never an exception; nothing of it is unpacked to disk.
/// </summary>
internal sealed record ChatFile(IReadOnlyList<ChatEntry> Chats, Reason? Fault)
{
    /// <summary>Bytes of all files of the zip; 0 for a text file.</summary>
    public long Unpacked { get; private init; }

    public static ChatFile Open(RawItem raw, ArchiveLimits limits)
    {
        var content = raw.Content;
        if (!IsZip(content)) return new ChatFile([new ChatEntry(raw.File, null, content, ChatMedia.None)], null);
        if (content.Length > limits.TotalBytes) return Broken("zip-too-large");
        try
        {
            // Judged before the framework reads the whole directory into memory.
            if (ZipDirectory.NamesMoreThan(content, limits.Entries)) return Broken("zip-too-many-files");
            using var archive = ZipReading.Open(content);
            var fault = ZipInspection.Fault(archive, content.Length, limits);
            return fault is not null ? new ChatFile([], fault) : Sort(raw, archive);
        }
        catch (Exception e) when (IsDamage(e))
        {
            return Broken("zip-damaged");
        }
    }

    /// <summary>What the framework throws for bytes that are no proper zip.</summary>
    public static bool IsDamage(Exception e) =>
        e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;

    private static ChatFile Sort(RawItem raw, ZipArchive archive)
    {
        var byPath = new Dictionary<string, ZipEntryContent>(StringComparer.Ordinal);
        var byName = new Dictionary<string, ZipEntryContent>(StringComparer.Ordinal);
        var texts = new List<string>();
        var holdsZip = false;
        for (var i = 0; i < archive.Entries.Count; i++)
        {
            var entry = archive.Entries[i];
            if (entry.Name.Length == 0 || ZipInspection.IsHidden(entry.FullName)) continue;
            var file = new ZipEntryContent(raw.Content, i, entry.Length);
            if (entry.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !byPath.ContainsKey(entry.FullName)) texts.Add(entry.FullName);
            holdsZip |= entry.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
            byPath.TryAdd(entry.FullName, file);
            byName.TryAdd(entry.Name, file);
        }

        var chats = texts.Count == 1 ? texts : texts.FindAll(text => ZipInspection.IsChatName(Path.GetFileName(text)));
        if (chats.Count == 0) return Broken(holdsZip ? "zip-nested" : "zip-without-chat");
        var isOnly = chats.Count == 1;
        return new ChatFile([.. chats.Select(path => new ChatEntry(
            NameOf(path, raw.File, isOnly), isOnly ? null : path, byPath[path], new ChatMedia(byPath, byName, Folder(path), isOnly)))], null)
        {
            Unpacked = archive.Entries.Sum(entry => entry.Length),
        };
    }

    // iOS calls every chat "_chat.txt"; the zip, or the folder it was unpacked to, bears the name.
    private static string? NameOf(string path, string zip, bool isOnly)
    {
        if (!Path.GetFileName(path).StartsWith("_chat", StringComparison.OrdinalIgnoreCase)) return path;
        var folder = Folder(path).TrimEnd('/');
        return isOnly ? zip : folder.Length > 0 ? folder + ".txt" : null;
    }

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static bool IsZip(IRawContent content)
    {
        Span<byte> head = stackalloc byte[4];
        using var stream = content.Open();
        var length = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        return length == 4 && (head.SequenceEqual("PK\u0003\u0004"u8) || head.SequenceEqual("PK\u0005\u0006"u8));
    }

    private static ChatFile Broken(string code) => new([], new Reason(code));
}
