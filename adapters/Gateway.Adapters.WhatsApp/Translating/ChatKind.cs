using Gateway.Adapters.WhatsApp.Parsing;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// Whether a chat is with one citizen: its title is one of the senders, or only one sender is no officer. A system line about a
/// group says it is none.
/// </summary>
internal static class ChatKind
{
    public static bool IsOneToOne(string? title, ChatSurvey survey, IReadOnlySet<string> officers)
    {
        if (survey.TellsOfGroup || survey.Senders.Count > 8) return false;
        var citizens = survey.Senders.Keys.Select(SenderName.Normalised).Where(sender => !officers.Contains(sender)).ToHashSet(StringComparer.Ordinal);
        return citizens.Count == 1 || (citizens.Count == 2 && citizens.Contains(SenderName.Normalised(title)));
    }
}
