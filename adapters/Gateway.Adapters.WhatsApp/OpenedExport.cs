using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Adapters.WhatsApp.Parsing;
using Gateway.Contracts;

namespace Gateway.Adapters.WhatsApp;

/// <summary>An export after the first look: either a chat that can be read, or a fault that says why not.</summary>
internal sealed record OpenedExport(ChatFile File, ChatSurvey Survey, Reason? Fault)
{
    private static readonly ChatSurvey Nothing = new(0, null, [], false, false);

    public static OpenedExport Open(IRawContent content, ArchiveLimits limits)
    {
        var file = ChatFile.Open(content, limits);
        if (file.Chat is not { } chat) return new OpenedExport(file, Nothing, file.Fault);
        try
        {
            var survey = Surveyor.Survey(chat.Open);
            return new OpenedExport(file, survey, survey.Grammar is null ? new Reason("not-a-chat") : null);
        }
        catch (Exception e) when (ChatFile.IsDamage(e))
        {
            return new OpenedExport(file, Nothing, new Reason("zip-damaged"));
        }
    }

    /// <summary>The messages in order; none when there is a fault. A fault of the bytes would have shown in the first look.</summary>
    public IEnumerable<ChatMessage> Messages(string name) => Fault is null ? ChatReader.Read(name, File.Chat!.Open, Survey) : [];
}
