using Gateway.Adapters.Email.Mailbox;
using Gateway.Adapters.Email.Reading;
using Gateway.Adapters.Email.Watching;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email;

/// <summary>Complaints by e-mail: IMAP mailboxes, Maildirs, .eml and mbox files (Channel Adapter).</summary>
public sealed class EmailAdapter : IChannelAdapter
{
    internal const string MediaType = "message/rfc822";

    public string Kind => "email";

    public IMessageTranslator Translator { get; } = new EmailTranslator();

    public IReadOnlyList<string> Check(Channel channel)
    {
        var faults = new List<string>();
        EmailOptions.Parse(channel, faults);
        return faults;
    }

    public IEnumerable<RawItem> Read(string path) => MailFiles.Under(path).Select(ToItem);

    public ISource? OpenSource(Channel channel, SourceContext context)
    {
        var options = EmailOptions.Parse(channel, []);
        if (options.Imap is { } imap) return new MailboxSource(channel, imap, context);
        return options.Path is { } path ? new FolderSource(channel, Path.Combine(context.DataDirectory, path), options.Poll) : null;
    }

    public async Task<IReadOnlyList<ChannelFinding>> ReachAsync(Channel channel, SourceContext context, CancellationToken ct)
    {
        if (EmailOptions.Parse(channel, []).Imap is not { } imap) return [];
        await using var mailbox = new MailboxConnection(channel, imap, context);
        try
        {
            await mailbox.LookAsync(ct);
            return [];
        }
        catch (SourceUnavailableException unavailable)
        {
            return [new ChannelFinding(IsFault: true, unavailable.Message) { Code = unavailable.Code, Values = unavailable.Values }];
        }
    }

    private static RawItem ToItem(string file)
    {
        var content = new FileContent(file);
        return new RawItem { File = file, MediaType = MediaType, Content = content, Received = MailFiles.IsMbox(content) ? null : MailDate.Of(content) };
    }
}
