using System.Security.Cryptography;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// Turns an exported chat into items, one per group of a citizen's messages (Message Translator). Every message is in exactly one
/// item. An export that is no chat, or a zip that is damaged or hostile, is one quarantined item.
/// </summary>
internal sealed class ChatTranslator : IMessageTranslator
{
    public IEnumerable<Translation> Translate(RawItem raw, Channel channel)
    {
        var options = SettingsReader.Read(channel.Settings).Options;
        var export = OpenedExport.Open(raw.Content, options.Limits);
        return export.Fault is { } fault ? [WholeFile(raw, export, fault)] : TranslateChat(raw, export, options);
    }

    private static IEnumerable<Translation> TranslateChat(RawItem raw, OpenedExport export, WhatsAppOptions options)
    {
        var officers = options.Officers.Select(SenderName.Normalised).ToHashSet(StringComparer.Ordinal);
        var isOneToOne = ChatKind.IsOneToOne(raw.File, export.Survey, officers);
        var grouping = new Grouping(isOneToOne ? options.Silence : options.Window);
        var marks = new MarkMaker();
        var senders = new SenderKeys();
        var isDateAmbiguous = export.Survey.Grammar!.IsOrderAmbiguous;
        var groups = new GroupTranslator(raw.File, export.File, options, officers, isDateAmbiguous);

        foreach (var message in export.Messages(raw.File))
        {
            var sender = senders.Of(message.Sender);
            grouping.Add(message, sender, marks.Next(message, sender));
            foreach (var group in grouping.Passed(message.At)) yield return groups.Translate(group);
        }

        foreach (var group in grouping.Rest()) yield return groups.Translate(group);
    }

    private static Translation WholeFile(RawItem raw, OpenedExport export, Reason fault)
    {
        using var bytes = raw.Content.Open();
        return new Translation
        {
            Item = export.Survey.Lines > 1 ? $"1-{export.Survey.Lines}" : "1",
            KeyParts = ["wa-file", Convert.ToHexStringLower(SHA256.HashData(bytes))],
            Outcome = ItemOutcome.Quarantined,
            Reasons = [fault],
        };
    }
}
