using Gateway.Adapters.WebForm.Door;
using Gateway.Adapters.WebForm.Reading;
using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WebForm;

/// <summary>
/// The forms on agencies' own sites (Channel Adapter). Nothing is polled: a post comes in through <see cref="IntakeEndpoint"/>, or
/// from files when an agency hands over what its old form collected.
/// </summary>
public sealed class WebFormAdapter : IChannelAdapter
{
    public string Kind => "webform";

    public IMessageTranslator Translator { get; } = new WebFormTranslator();

    public IReadOnlyList<string> Check(Channel channel) => FormSettings.Check(channel);

    public IReadOnlyList<ChannelFinding> Look(Channel channel, Func<string, string> secret) => [.. ChannelLook.At(channel, secret)];

    public IEnumerable<RawItem> Read(string path) => PostFile.ReadAll(path);

    public ISource? OpenSource(Channel channel, SourceContext context) => null;
}
