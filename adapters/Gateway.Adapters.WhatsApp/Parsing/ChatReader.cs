using System.Collections.Concurrent;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Reads an export message by message under its grammar. Every physical line goes to exactly one message: a header begins one,
/// anything else continues the one before; what stands before the first header is a system line without a time.
/// </summary>
/// <remarks>
/// The cores of the machine share the work, block by block; the messages are those, in that order, that one line after the other gives.
/// </remarks>
internal static class ChatReader
{
    /// <param name="file">The export as an officer would name it.</param>
    /// <param name="open">Opens the text.</param>
    /// <param name="survey">What the first look told.</param>
    /// <param name="block">Characters of a block.</param>
    public static IEnumerable<ChatMessage> Read(string file, Func<Stream> open, ChatSurvey survey, int block = TextBlocks.Usual)
    {
        if (survey.Grammar is not { } grammar) yield break;

        using var blocks = new TextBlocks(TextEncoding.Open(open), line => grammar.TryRead(line, out _, out _), block);
        var idle = new ConcurrentBag<MessageParser>();
        foreach (var messages in InOrder.Select(blocks.All(), Parse))
        {
            foreach (var message in messages) yield return message;
        }

        using var rest = blocks.Rest();
        foreach (var message in Parser().Read(rest)) yield return message;

        MessageParser Parser() => idle.TryTake(out var parser) ? parser : new MessageParser(file, grammar, survey.MarksAreGone);

        List<ChatMessage> Parse(TextBlock piece)
        {
            var parser = Parser();
            var messages = new List<ChatMessage>(piece.LineCount);
            foreach (var message in parser.Read(piece.Lines())) messages.Add(message);
            piece.Return();
            idle.Add(parser);
            return messages;
        }
    }
}
