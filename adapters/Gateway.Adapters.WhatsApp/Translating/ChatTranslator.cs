using System.Globalization;
using System.Security.Cryptography;
using Gateway.Adapters.WhatsApp.Archives;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// Turns exported chats into items, one per group of a citizen's messages (Message Translator). Every message is in exactly one
/// item. A chat that cannot be read, or a zip that is damaged or hostile, is one quarantined item; so is a chat whose dates may be read
/// in two ways, until an officer has said which.
/// </summary>
internal sealed class ChatTranslator : IMessageTranslator
{
    public IEnumerable<Translation> Translate(RawItem raw, Channel channel)
    {
        var options = SettingsReader.Read(channel.Settings).Options;
        var file = ChatFile.Open(raw, options.Limits);
        return file.Fault is { } fault ? [WholeFile(raw, "1", null, fault)] : TranslateChats(raw, file, options);
    }

    private static IEnumerable<Translation> TranslateChats(RawItem raw, ChatFile file, WhatsAppOptions options)
    {
        var allowance = new MediaAllowance(options.Limits, raw.Content.Length, file.Unpacked);
        foreach (var chat in OpenedChat.All(raw, file, options.DateOrder))
        {
            foreach (var translation in TranslateChat(raw, chat, options, allowance)) yield return translation;
        }
    }

    private static IEnumerable<Translation> TranslateChat(RawItem raw, OpenedChat chat, WhatsAppOptions options, MediaAllowance allowance)
    {
        var fault = chat.Fault ?? (chat.Survey.Grammar!.Ambiguous is { } date ? new Reason("date-order-ambiguous", date) : null);
        if (fault is not null)
        {
            var lines = chat.Survey.Lines > 1 ? $"1-{chat.Survey.Lines}" : "1";
            yield return WholeFile(raw, chat.Item(lines), chat.Number, fault);
            yield break;
        }

        var officers = options.Officers.Select(SenderName.Normalised).ToHashSet(StringComparer.Ordinal);
        var title = ChatTitle.Of(chat.Entry.Name);
        var isOneToOne = ChatKind.IsOneToOne(title, chat.Survey, officers);
        var grouping = new Grouping(isOneToOne ? options.Silence : options.Window, options.Matter, options.Silence, officers);
        var marks = new MarkMaker();
        var senders = new SenderKeys();
        var groups = new GroupTranslator(chat, title, isOneToOne, options, officers, allowance);

        foreach (var message in chat.Messages())
        {
            var sender = senders.Of(message.Sender);
            grouping.Add(message, sender, marks.Next(message, sender));
            foreach (var group in grouping.Passed(message.At)) yield return groups.Translate(group);
        }

        foreach (var group in grouping.Rest()) yield return groups.Translate(group);
    }

    private static Translation WholeFile(RawItem raw, string item, int? number, Reason fault)
    {
        using var bytes = raw.Content.Open();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Translation
        {
            Item = item,
            KeyParts = number is { } which ? ["wa-file", hash, which.ToString(CultureInfo.InvariantCulture)] : ["wa-file", hash],
            Outcome = ItemOutcome.Quarantined,
            Reasons = [fault],
        };
    }
}
