using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Contracts.Watching;

namespace Gateway.Adapters.Register;

/// <summary>
/// The register an office keeps by hand, and the answers sheet of a form, as CSV or workbook (Channel Adapter for "penginputan
/// manual"): imported, uploaded, mailed in, or put into a watched folder.
/// </summary>
public sealed class RegisterAdapter : IChannelAdapter
{
    public string Kind => "register";

    public IMessageTranslator Translator { get; } = new RegisterTranslator();

    public IReadOnlyList<string> Check(Channel channel) => RegisterSettings.Check(channel);

    public IEnumerable<RawItem> Read(string path) => RegisterFiles.Under(path);

    public ISource? OpenSource(Channel channel, SourceContext context)
    {
        if (RegisterSettings.FolderOf(channel) is not { } folder) return null;
        var watched = new WatchedFolder(folder, context.DataDirectory, RegisterFiles.IsRegister);
        // Another map reads the same file otherwise.
        return new FolderSource(channel, watched, RegisterFiles.ToRaw, context.DataDirectory, RegisterSettings.Mark(channel), RegisterSettings.Poll, context.Time);
    }
}
