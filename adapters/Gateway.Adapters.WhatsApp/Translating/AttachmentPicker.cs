using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Contracts;
using Gateway.Contracts.Files;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// Finds the files that messages name in the export's zip. One that is missing or damaged is a doubt: a complaint leaves with all
/// its attachments or not at all.
/// </summary>
internal sealed class AttachmentPicker(ChatMedia media)
{
    public IReadOnlyList<Attachment> Pick(IEnumerable<ChatMessage> messages, List<Reason> doubts)
    {
        var found = new List<Attachment>();
        var missing = 0;
        var damaged = 0;
        foreach (var message in messages)
        {
            if (message.Attachment is not { } name || message.IsSticker) continue;
            if (media.Find(name) is not { } content) missing++;
            else if (MediaTypeOf(content) is { } type) found.Add(new Attachment(name, type, content.Length) { Content = content });
            else damaged++;
        }

        if (missing > 0) doubts.Add(new Reason("attachment-missing", $"{missing}"));
        if (damaged > 0) doubts.Add(new Reason("attachment-damaged", $"{damaged}"));
        return found;
    }

    // Reads it to the end, so that damage shows here and not when the ledger stores it.
    private static string? MediaTypeOf(ZipEntryContent content)
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
