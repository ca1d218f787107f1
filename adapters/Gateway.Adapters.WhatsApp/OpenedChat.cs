using System.Globalization;
using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Adapters.WhatsApp.Parsing;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp;

/// <summary>One chat after the first look: either it can be read, or a fault says why not.</summary>
/// <param name="File">The export as an officer would name it, with the place in the zip when that holds several chats.</param>
/// <param name="Number">Which chat of several it is, from 1; null for the only one.</param>
/// <param name="Entry">The chat.</param>
/// <param name="Survey">What the first look told.</param>
/// <param name="Fault">Why it cannot be read.</param>
internal sealed record OpenedChat(string File, int? Number, ChatEntry Entry, ChatSurvey Survey, Reason? Fault)
{
    /// <summary>The chats of what was handed over, each looked at when it is its turn.</summary>
    /// <param name="raw">What was handed over.</param>
    /// <param name="file">It, opened.</param>
    /// <param name="answer">What an officer said of the order of day and month.</param>
    /// <param name="people">Whether the survey tells who takes part.</param>
    public static IEnumerable<OpenedChat> All(RawItem raw, ChatFile file, DateOrder? answer, bool people = true) =>
        file.Chats.Select((entry, i) => Look(entry.Path is null ? raw.File : $"{raw.File}/{entry.Path}", entry.Path is null ? null : i + 1, entry, answer, people));

    /// <summary>The messages in order; none when there is a fault. A fault of the bytes would have shown in the first look.</summary>
    public IEnumerable<ChatMessage> Messages() => Fault is null ? ChatReader.Read(File, Entry.Content.Open, Survey) : [];

    /// <summary>Its items are named by lines, and by the chat where there are several.</summary>
    public string Item(string lines) => Number is { } number ? number.ToString(CultureInfo.InvariantCulture) + ":" + lines : lines;

    private static OpenedChat Look(string file, int? number, ChatEntry entry, DateOrder? answer, bool people)
    {
        try
        {
            var survey = Surveyor.Survey(entry.Content.Open, answer, people);
            return new OpenedChat(file, number, entry, survey, survey.Grammar is null ? new Reason("not-a-chat") : null);
        }
        catch (Exception e) when (ChatFile.IsDamage(e))
        {
            return new OpenedChat(file, number, entry, ChatSurvey.Nothing(0), new Reason("zip-damaged"));
        }
    }
}
