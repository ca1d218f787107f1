using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Reads an export message by message under its grammar. Every physical line goes to exactly one message: a header begins one,
/// anything else continues the one before; what stands before the first header is a system line without a time.
/// </summary>
/// <remarks>
/// A verb reads one export and ends, so what every line passes through is compiled for speed at once: waiting for the runtime to notice
/// would cost as much as the reading.
/// </remarks>
internal static class ChatReader
{
    public static IEnumerable<ChatMessage> Read(string file, Func<Stream> open, ChatSurvey survey)
    {
        if (survey.Grammar is not { } grammar) yield break;

        using var lines = new PhysicalLines(TextEncoding.Open(open));
        var senders = new ShownSenders();
        var draft = new MessageDraft(file, survey.MarksAreGone);
        while (lines.Next())
        {
            if (grammar.TryRead(lines.Line, out var at, out var bodyStart))
            {
                if (draft.IsOpen) yield return draft.Finish();
                Begin(draft, lines, at, bodyStart, senders);
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
    private static void Begin(MessageDraft draft, PhysicalLines lines, DateTime at, int bodyStart, ShownSenders senders)
    {
        var body = MessageBody.Split(lines.Line[bodyStart..], senders);
        var sender = body.Sender.IsEmpty ? null : body.Known ?? senders.Add(body.Sender);
        draft.Begin(lines.Number, at, sender, body.Text, lines.IsCut);
    }
}
