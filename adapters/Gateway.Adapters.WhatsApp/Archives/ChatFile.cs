using System.IO.Compression;
using Gateway.Contracts;

namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>
/// An export as it was handed over: a text file, or a zip with the chat and its media. A zip that is damaged or hostile is a
/// fault with a reason, never an exception; nothing of it is unpacked to disk.
/// </summary>
internal sealed class ChatFile
{
    private readonly Dictionary<string, ZipEntryContent> _media;

    private ChatFile(IRawContent? chat, Dictionary<string, ZipEntryContent> media, Reason? fault)
    {
        Chat = chat;
        _media = media;
        Fault = fault;
    }

    /// <summary>The text of the chat; null when there is a fault.</summary>
    public IRawContent? Chat { get; }

    /// <summary>Why no chat could be found.</summary>
    public Reason? Fault { get; }

    public static ChatFile Open(IRawContent content, ArchiveLimits limits)
    {
        if (!IsZip(content)) return new ChatFile(content, [], null);
        if (content.Length > limits.TotalBytes) return Broken("zip-too-large");
        try
        {
            using var archive = new ZipArchive(content.Open(), ZipArchiveMode.Read);
            var fault = ZipInspection.Fault(archive, content.Length, limits);
            return fault is not null ? new ChatFile(null, [], fault) : Sort(content, archive);
        }
        catch (Exception e) when (IsDamage(e))
        {
            return Broken("zip-damaged");
        }
    }

    /// <summary>What the framework throws for bytes that are no proper zip.</summary>
    public static bool IsDamage(Exception e) =>
        e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;

    /// <summary>A file of the zip by the name a message gives it; null when it is not there.</summary>
    public ZipEntryContent? Media(string name) => _media.GetValueOrDefault(name);

    private static ChatFile Sort(IRawContent content, ZipArchive archive)
    {
        var media = new Dictionary<string, ZipEntryContent>(StringComparer.Ordinal);
        var texts = new List<(string Name, ZipEntryContent Content)>();
        for (var i = 0; i < archive.Entries.Count; i++)
        {
            var entry = archive.Entries[i];
            if (entry.Name.Length == 0 || ZipInspection.IsHidden(entry.FullName)) continue;
            var file = new ZipEntryContent(content, i, entry.Length);
            if (entry.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)) texts.Add((entry.Name, file));
            media.TryAdd(entry.Name, file);
        }

        var chats = texts.Count == 1 ? texts : texts.FindAll(text => ZipInspection.IsChatName(text.Name));
        return chats.Count switch
        {
            1 => new ChatFile(chats[0].Content, media, null),
            0 => Broken("zip-without-chat"),
            _ => Broken("zip-several-chats"),
        };
    }

    private static bool IsZip(IRawContent content)
    {
        Span<byte> head = stackalloc byte[4];
        using var stream = content.Open();
        var length = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        return length == 4 && (head.SequenceEqual("PK\u0003\u0004"u8) || head.SequenceEqual("PK\u0005\u0006"u8));
    }

    private static ChatFile Broken(string code) => new(null, [], new Reason(code));
}
