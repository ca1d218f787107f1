using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>
/// The register an office keeps by hand, saved as CSV (Channel Adapter for "penginputan manual"). It is imported or uploaded;
/// watching a folder is not built yet, and <see cref="Check"/> says so.
/// </summary>
public sealed class RegisterAdapter : IChannelAdapter
{
    public string Kind => "register";

    public IMessageTranslator Translator { get; } = new RegisterTranslator();

    public IReadOnlyList<string> Check(Channel channel) => RegisterSettings.Check(channel);

    public IEnumerable<RawItem> Read(string path)
    {
        if (!Directory.Exists(path)) return [Opened(path)];
        var files = Directory.GetFiles(path, "*", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        return files.Select(Opened);
    }

    public ISource? OpenSource(Channel channel, SourceContext context) => null;

    // Opened once here, so that a path that cannot be read is known before its rows are asked for.
    private static RawItem Opened(string path)
    {
        var content = new FileContent(path);
        content.Open().Dispose();
        return new RawItem { File = path, MediaType = "text/csv", Content = content };
    }
}
