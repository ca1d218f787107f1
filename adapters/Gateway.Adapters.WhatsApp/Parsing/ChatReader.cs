namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Reads an export message by message under its grammar. Every physical line goes to exactly one message: a header begins one,
/// anything else continues the one before; what stands before the first header is a system line without a time.
/// </summary>
internal static class ChatReader
{
    public static IEnumerable<ChatMessage> Read(string file, Func<Stream> open, ChatSurvey survey)
    {
        if (survey.Grammar is not { } grammar) yield break;

        using var lines = new PhysicalLines(TextEncoding.Open(open));
        var senders = new ShownSenders();
        MessageDraft? draft = null;
        while (lines.Next())
        {
            if (Begin(file, lines, grammar, senders) is { } next)
            {
                if (draft is not null) yield return draft.Finish(survey.MarksAreGone);
                draft = next;
            }
            else if (draft is null)
            {
                draft = new MessageDraft(file, lines.Number, null, null, lines.Line.ToString(), lines.IsCut);
            }
            else
            {
                draft.Continue(lines.Line, lines.IsCut);
            }
        }

        if (draft is not null) yield return draft.Finish(survey.MarksAreGone);
    }

    private static MessageDraft? Begin(string file, PhysicalLines lines, HeaderGrammar grammar, ShownSenders senders)
    {
        if (!grammar.TryRead(lines.Line, out var at, out var bodyStart)) return null;
        var body = MessageBody.Split(lines.Line[bodyStart..], senders);
        var sender = body.Sender.IsEmpty ? null : body.Known ?? senders.Add(body.Sender);
        return new MessageDraft(file, lines.Number, at, sender, body.Text.ToString(), lines.IsCut);
    }
}
