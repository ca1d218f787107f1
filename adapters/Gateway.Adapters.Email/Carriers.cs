using System.Text.Json.Nodes;
using Gateway.Adapters.Email.Reading;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email;

/// <summary>
/// Addresses of officers who mail exports and registers in (<c>email.carriers</c>), each with the channel whose translator gets the
/// file. From anybody else such a mail is held, since a stranger could plant a whole register.
/// </summary>
internal sealed class Carriers
{
    /// <summary>Name of the evidence that the files of a mail were handed over: the key of the channel.</summary>
    public const string Evidence = "carried-to";

    private readonly Dictionary<string, string> channels = new(StringComparer.OrdinalIgnoreCase);

    public static Carriers Of(Channel channel) => Parse(channel, []);

    /// <summary>Reads the list; what is wrong with it is added to <paramref name="faults"/>.</summary>
    public static Carriers Parse(Channel channel, List<string> faults)
    {
        var carriers = new Carriers();
        if (channel.Settings["carriers"] is not { } section) return carriers;
        foreach (var entry in section as JsonArray ?? [null])
        {
            var from = (entry as JsonObject)?["from"]?.ToString().Trim();
            var to = (entry as JsonObject)?["channel"]?.ToString().Trim();
            if (from?.Contains('@', StringComparison.Ordinal) == true && !string.IsNullOrEmpty(to)) carriers.channels[from] = to;
            else faults.Add($"Channel '{channel.Key}': email.carriers has an entry without address or channel. Write a list such as [{{from: petugas@dishub.example, channel: dishub-wa}}].");
        }

        return carriers;
    }

    /// <summary>The files a mail only carries, each as an item of another channel. Empty for any other mail.</summary>
    public IReadOnlyList<CarriedItem> In(RawItem mail)
    {
        if (channels.Count == 0) return [];
        try
        {
            return OnceMore.After(() => Carried(mail));
        }
        // Whatever a parser throws here it throws in the translator too, which says so.
        catch (Exception fault) when (fault is not (IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            return [];
        }
    }

    private IReadOnlyList<CarriedItem> Carried(RawItem mail)
    {
        using var stream = SeekableStream.Of(mail.Content);
        // The first mail of an mbox says nothing of who sent the others.
        if (Mbox.Is(stream) || MailShape.Fault(stream) is not null) return [];
        using var message = MailLoading.Load(stream);
        if (message is null || MailLoading.IsTooDeep(message)) return [];
        if (message.From.Mailboxes.FirstOrDefault()?.Address is not { } sender || !channels.TryGetValue(sender, out var channel)) return [];
        return [.. Mail.Of(MailHead.Of(message), MailBody.Of(message)).Attachments.Where(file => CarriedFile.KindOf(file) is not null).Select(file => new CarriedItem(channel, ItemOf(mail, file)))];
    }

    private static RawItem ItemOf(RawItem mail, Attachment file) => new()
    {
        File = file.Name,
        MediaType = file.MediaType,
        Content = file.Content!,
        Received = mail.Received,
        Evidence = new Dictionary<string, string>(mail.Evidence) { ["carrier"] = mail.File },
    };
}
