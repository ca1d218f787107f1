using System.Runtime.CompilerServices;
using System.Text;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// The message whose lines are being read; <see cref="Finish"/> decides what it is. One draft serves a whole chat, message after message.
/// </summary>
/// <param name="file">The export as an officer would name it.</param>
/// <param name="marksAreGone">An iOS export that lost its marks on the way.</param>
internal sealed class MessageDraft(string file, bool marksAreGone)
{
    /// <summary>Characters kept of one message; sixteen times what WhatsApp lets a person send.</summary>
    public const int LongestMessage = 1 << 20;

    // What the buffer may hold on to after a long message.
    private const int Kept = 1 << 14;

    private readonly StringBuilder _continued = new();
    private int _line;
    private DateTime? _at;
    private string? _sender;
    private string _firstText = "";
    private bool _isCut;
    private int _lines;

    /// <summary>A message was begun.</summary>
    public bool IsOpen => _lines > 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Begin(int line, DateTime? at, string? sender, ReadOnlySpan<char> text, bool isCut)
    {
        (_line, _lines, _at, _sender, _firstText, _isCut) = (line, 1, at, sender, text.ToString(), isCut);
        if (_continued.Capacity > Kept) (_continued.Length, _continued.Capacity) = (0, Kept);
        _continued.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Continue(ReadOnlySpan<char> text, bool isCut)
    {
        if (_lines++ == 1) _continued.Append(_firstText);
        _isCut |= isCut || _continued.Length + text.Length > LongestMessage;
        if (_continued.Length + text.Length <= LongestMessage) _continued.Append('\n').Append(text);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ChatMessage Finish()
    {
        var raw = _lines > 1 ? _continued.ToString() : _firstText;
        if (_sender is null) return Message(null, ChatMessageKind.System, Invisible.Clean(raw), false, null);
        if (OrdinaryText.Is(raw, _sender)) return Message(_sender, ChatMessageKind.Text, raw, false, null);
        if (SystemLines.IsSystem(raw, _sender)) return Message(null, ChatMessageKind.System, Invisible.Clean(raw), false, null);

        var unedited = TextMarks.WithoutEdit(raw);
        var isEdited = !ReferenceEquals(unedited, raw);
        var media = MediaMarker.Find(unedited, marksAreGone);
        if (media is not null) return Message(_sender, ChatMessageKind.Media, Invisible.Clean(media.Caption).Trim(), isEdited, media);

        var text = Invisible.Clean(unedited);
        return Message(_sender, TextMarks.IsDeleted(text) ? ChatMessageKind.Deleted : ChatMessageKind.Text, text, isEdited, null);
    }

    private ChatMessage Message(string? from, ChatMessageKind kind, string text, bool isEdited, MediaMarker? media) =>
        new(file, _line, _lines, _at, from, kind, text, media?.FileName)
        {
            IsCut = _isCut,
            IsEdited = isEdited,
            MediaWord = media?.Word,
            IsSticker = media?.IsSticker ?? false,
        };
}
