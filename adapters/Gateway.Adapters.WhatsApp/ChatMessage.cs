using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Contracts;

namespace Gateway.Adapters.WhatsApp;

/// <summary>
/// One message of an exported chat, as <c>inspect whatsapp --messages</c> shows it. Every physical line of the export belongs to
/// exactly one message.
/// </summary>
/// <param name="File">The export as an officer would name it.</param>
/// <param name="Line">First physical line, 1-based. Lines end at <c>\n</c>; a <c>\r</c> before it belongs to the line end.</param>
/// <param name="Lines">How many physical lines.</param>
/// <param name="At">Local time as written, no zone; Android writes no seconds. Null only for text that stands before the first header.</param>
/// <param name="Sender">Name or number as shown. Null for a system line.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Words without the header, markers and invisible characters; continuation lines joined by <c>\n</c>. Empty when there are none.</param>
/// <param name="Attachment">File name when the export tells one, else null.</param>
public sealed record ChatMessage(
    string File,
    int Line,
    int Lines,
    DateTime? At,
    string? Sender,
    ChatMessageKind Kind,
    string Text,
    string? Attachment)
{
    /// <summary>The sort of media the export says it left out (<c>gambar</c>, <c>image</c>); null when it does not say.</summary>
    internal string? MediaWord { get; init; }

    /// <summary>The export says that the words were changed after they were sent.</summary>
    internal bool IsEdited { get; init; }

    /// <summary>A sticker says nothing that could be a complaint.</summary>
    internal bool IsSticker { get; init; }

    /// <summary>The message is longer than any real one; its end was not kept.</summary>
    internal bool IsCut { get; init; }

    /// <summary>
    /// Words that stand under no sender: before the first header, or below a line WhatsApp wrote, which has only one. They may be a
    /// citizen's, behind a damaged header.
    /// </summary>
    internal bool IsStray =>
        Kind == ChatMessageKind.System && !string.IsNullOrWhiteSpace(At is null ? Text : Text[Math.Max(0, Text.IndexOf('\n', StringComparison.Ordinal))..])
        && (At is null || Lines > 1);

    /// <summary>Last physical line, 1-based.</summary>
    [JsonIgnore]
    public int LastLine => Line + Lines - 1;

    /// <summary>One line of JSON: <c>{"file","line","lines","at","sender","kind","text","attachment"}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ContractJson.Options);
}
