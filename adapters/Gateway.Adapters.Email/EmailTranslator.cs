using System.Globalization;
using Gateway.Adapters.Email.Reading;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Email;

/// <summary>Makes one translation of each mail: complaint, ignored with a reason, or quarantined with a reason (Message Translator).</summary>
internal sealed class EmailTranslator : IMessageTranslator
{
    public IEnumerable<Translation> Translate(RawItem raw, Channel channel)
    {
        using var stream = SeekableStream.Of(raw.Content);
        if (!Mbox.Is(stream))
        {
            yield return Read(stream, raw, channel);
            yield break;
        }

        var number = 0;
        foreach (var mail in Mbox.Mails(stream))
        {
            // The date of the file, or of its first mail, is none of the others'.
            var one = raw with { Content = new BytesContent(mail), Received = null };
            using var bytes = new MemoryStream(mail, writable: false);
            yield return Numbered(Read(bytes, one, channel), raw.File, (++number).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Translation Numbered(Translation translation, string file, string item) => translation with
    {
        Item = item,
        Complaints = [.. translation.Complaints.Select(complaint => complaint with { Source = new Provenance(file, item) })],
    };

    private static Translation Read(Stream stream, RawItem raw, Channel channel)
    {
        try
        {
            return OnceMore.After(() => Parsed(stream, raw, channel));
        }
        // Hostile bytes meet large parsers here. Whatever they throw, the mail must end where a person sees it; a failing disk must not.
        catch (Exception fault) when (fault is not (IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            return Outcomes.Quarantined(raw, null, new Reason("unreadable", fault.GetType().Name));
        }
    }

    private static Translation Parsed(Stream stream, RawItem raw, Channel channel)
    {
        stream.Position = 0;
        var plain = PlainMail.In(stream);
        if (plain is { Body: { } body } && Judge(plain.Head, body, raw, channel) is { } judged) return judged;
        if (MailShape.Fault(stream) is { } misshapen) return Outcomes.Quarantined(raw, null, misshapen);
        using var message = MailLoading.Load(stream);
        if (message is null) return Outcomes.Quarantined(raw, null, new Reason("unreadable"));
        if (MailLoading.IsTooDeep(message)) return Outcomes.Quarantined(raw, message, new Reason("nested-too-deep"));
        return Judge(plain?.Head ?? MailHead.Of(message), MailBody.Of(message), raw, channel) ?? Outcomes.Quarantined(raw, message, new Reason("empty"));
    }

    // Null when there is nothing in it that could be judged.
    private static Translation? Judge(MailHead head, MailBody body, RawItem raw, Channel channel)
    {
        var mail = Mail.Of(head, body);
        if ((body.Report ?? AutomaticMail.Bounce(head)) is { } bounce) return Outcomes.Ignored(raw, mail, bounce);
        // A site sends its forms as a machine does; who filled one in is a person.
        var automatic = mail.IsForm ? null : AutomaticMail.Recognise(head, mail.Text, channel);
        if (automatic is not null) return Outcomes.Ignored(raw, mail, automatic);
        if (mail.Text.Length == 0 && mail.Attachments.Count == 0 && !mail.IsForm) return null;
        if (mail.IsOnlyCarrier && raw.Evidence.TryGetValue(Carriers.Evidence, out var receiver)) return Outcomes.Ignored(raw, mail, new Reason("carrier", receiver));
        var found = Findings.In(head, mail);
        return NoComplaint(mail, found) is { } reason ? Outcomes.Ignored(raw, mail, reason) : Outcomes.Complaint(raw, mail, Doubts.About(head, mail, found));
    }

    // A file may hold the complaint itself, and a thread or a forward somebody's: those a person looks at.
    private static Reason? NoComplaint(Mail mail, Findings found)
    {
        if (mail.IsForward || mail.Carries is not null || mail.Sealed is not null) return null;
        if (mail.Attachments.Count == 0)
        {
            if (mail.SaysNothingNew && OwnMarker.In(mail.Text)) return new Reason("own-message");
            if (found.Matter.SaysThanks && found.Matter.Words <= ThanksOnly.MostRead && ThanksOnly.Judge(mail) is { } courtesy) return courtesy;
        }

        if (found.Spam is { Code: "spam" } spam) return spam;
        return !mail.IsReply && found.Office == OfficeLikeness.Sure ? new Reason("office-mail") : null;
    }
}
