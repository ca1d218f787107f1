using Gateway.Adapters.WhatsApp.Translating;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Contracts.Watching;

namespace Gateway.Adapters.WhatsApp;

/// <summary>
/// Exported WhatsApp chats: a watched folder, or files handed over by <c>import</c> and upload (Channel Adapter). Exports name no
/// message, so what was taken is recognised by the words, and the same chat exported again adds only what is new.
/// </summary>
public sealed class WhatsAppAdapter : IChannelAdapter
{
    public string Kind => "whatsapp";

    public IMessageTranslator Translator { get; } = new ChatTranslator();

    public IReadOnlyList<string> Check(Channel channel) => SettingsReader.Read(channel.Settings).Faults;

    public IEnumerable<RawItem> Read(string path) => ExportFiles.Under(path);

    public ISource? OpenSource(Channel channel, SourceContext context)
    {
        var options = SettingsReader.Read(channel.Settings).Options;
        if (options.Folder is not { } folder) return null;
        var watched = new WatchedFolder(folder, context.DataDirectory, ExportFiles.IsExport);
        // An answer to the question of day and month is a reason to look at every file again.
        return new FolderSource(channel, watched, ExportFiles.ToRaw, context.DataDirectory, options.DateOrder is { } order ? $"/{order}" : "", options.Poll, context.Time);
    }
}
