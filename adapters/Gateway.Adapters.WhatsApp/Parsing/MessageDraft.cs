using System.Text;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>A message while its lines are being read; <see cref="Finish"/> decides what it is.</summary>
internal sealed class MessageDraft(string file, int line, DateTime? at, string? sender, string firstText, bool isCut)
{
    /// <summary>Characters kept of one message; sixteen times what WhatsApp lets a person send.</summary>
    public const int LongestMessage = 1 << 20;

    private StringBuilder? _continued;
    private bool _isCut = isCut;
    private int _lines = 1;

    public void Continue(ReadOnlySpan<char> text, bool isCut)
    {
        _lines++;
        _continued ??= new StringBuilder(firstText, Math.Max(256, firstText.Length * 2));
        _isCut |= isCut || _continued.Length + text.Length > LongestMessage;
        if (_continued.Length + text.Length <= LongestMessage) _continued.Append('\n').Append(text);
    }

    public ChatMessage Finish(bool marksAreGone)
    {
        var raw = _continued?.ToString() ?? firstText;
        if (sender is not null && OrdinaryText.Is(raw, sender)) return Message(sender, ChatMessageKind.Text, raw, false, null);
        if (sender is null || SystemLines.IsSystem(raw, sender)) return Message(null, ChatMessageKind.System, Invisible.Clean(raw), false, null);

        var unedited = TextMarks.WithoutEdit(raw);
        var isEdited = !ReferenceEquals(unedited, raw);
        var media = MediaMarker.Find(unedited, marksAreGone);
        if (media is not null) return Message(sender, ChatMessageKind.Media, Invisible.Clean(media.Caption).Trim(), isEdited, media);

        var text = Invisible.Clean(unedited);
        return Message(sender, TextMarks.IsDeleted(text) ? ChatMessageKind.Deleted : ChatMessageKind.Text, text, isEdited, null);
    }

    private ChatMessage Message(string? from, ChatMessageKind kind, string text, bool isEdited, MediaMarker? media) =>
        new(file, line, _lines, at, from, kind, text, media?.FileName)
        {
            IsCut = _isCut,
            IsEdited = isEdited,
            MediaWord = media?.Word,
            IsSticker = media?.IsSticker ?? false,
        };
}
