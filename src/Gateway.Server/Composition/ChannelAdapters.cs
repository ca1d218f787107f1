using Gateway.Adapters.Email;
using Gateway.Adapters.Register;
using Gateway.Adapters.WebForm;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts.Intake;

namespace Gateway.Server.Composition;

/// <summary>The channel adapters this gateway has. A new channel is a new line here.</summary>
internal static class ChannelAdapters
{
    public static IReadOnlyDictionary<string, IChannelAdapter> ByKind { get; } =
        new IChannelAdapter[] { new EmailAdapter(), new WhatsAppAdapter(), new WebFormAdapter(), new RegisterAdapter() }
            .ToDictionary(adapter => adapter.Kind);

    public static IReadOnlyDictionary<string, IMessageTranslator> Translators { get; } =
        ByKind.ToDictionary(pair => pair.Key, pair => pair.Value.Translator);
}
