using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Contracts;
using Gateway.Contracts.Files;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// Finds the files that messages name in the export's zip, each once for a complaint. One that is missing, damaged or named too often is a
/// doubt: a complaint leaves with all its attachments or not at all.
/// </summary>
internal sealed class AttachmentPicker(ChatMedia media, MediaAllowance allowance)
{
    private readonly Dictionary<ZipEntryContent, string?> _types = [];

    public IReadOnlyList<Attachment> Pick(IEnumerable<ChatMessage> messages, List<Reason> doubts)
    {
        var found = new Dictionary<ZipEntryContent, Attachment>();
        var missing = 0;
        var damaged = 0;
        var refused = 0;
        foreach (var message in messages)
        {
            if (message.Attachment is not { } name || message.IsSticker) continue;
            if (media.Find(name) is not { } content) missing++;
            else if (found.ContainsKey(content)) continue;
            else if (TypeOf(content) is not { } type) damaged++;
            else if (!allowance.Take(content)) refused++;
            else found[content] = new Attachment(name, type, content.Length) { Content = content };
        }

        if (missing > 0) doubts.Add(new Reason("attachment-missing", $"{missing}"));
        if (damaged > 0) doubts.Add(new Reason("attachment-damaged", $"{damaged}"));
        if (refused > 0) doubts.Add(new Reason("attachment-named-often", $"{refused}"));
        return [.. found.Values];
    }

    private string? TypeOf(ZipEntryContent content)
    {
        if (!_types.TryGetValue(content, out var type)) _types[content] = type = Read(content);
        return type;
    }

    // Reads it to the end, so that damage shows here and not when the ledger stores it.
    private static string? Read(ZipEntryContent content)
    {
        try
        {
            using var stream = content.Open();
            var head = new byte[FileKinds.HeadLength];
            var type = FileKinds.Of(head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))).MediaType;
            stream.CopyTo(Stream.Null);
            return type;
        }
        catch (Exception e) when (ChatFile.IsDamage(e))
        {
            return null;
        }
    }
}
