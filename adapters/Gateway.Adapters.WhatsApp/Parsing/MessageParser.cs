using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>Puts lines together to messages. One parser serves one thread at a time, block after block, and remembers the senders only to be quick.</summary>
/// <param name="file">The export as an officer would name it.</param>
/// <param name="grammar">How its headers are written.</param>
/// <param name="marksAreGone">An iOS export that lost its marks on the way.</param>
/// <remarks>
/// A verb reads one export and ends, so what every line passes through is compiled for speed at its first call: waiting for the runtime to
/// notice would cost as much as the reading. The rest is compiled before (<c>Directory.Build.targets</c>).
/// </remarks>
internal sealed class MessageParser(string file, HeaderGrammar grammar, bool marksAreGone)
{
    private readonly ShownSenders _senders = new();

    public IEnumerable<ChatMessage> Read(PhysicalLines lines)
    {
        var draft = new MessageDraft(file, marksAreGone);
        while (lines.Next())
        {
            if (grammar.TryRead(lines.Line, out var at, out var bodyStart))
            {
                if (draft.IsOpen) yield return draft.Finish();
                Begin(draft, lines, at, bodyStart);
            }
            else if (draft.IsOpen)
            {
                draft.Continue(lines.Line, lines.IsCut);
            }
            else
            {
                draft.Begin(lines.Number, null, null, lines.Line, lines.IsCut);
            }
        }

        if (draft.IsOpen) yield return draft.Finish();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Begin(MessageDraft draft, PhysicalLines lines, DateTime at, int bodyStart)
    {
        var body = MessageBody.Split(lines.Line[bodyStart..], _senders);
        var sender = body.Sender.IsEmpty ? null : body.Known ?? _senders.Add(body.Sender);
        draft.Begin(lines.Number, at, sender, body.Text, lines.IsCut);
    }
}
