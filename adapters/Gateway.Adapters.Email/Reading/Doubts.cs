using Gateway.Contracts;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What an officer should look at before the mail goes to the centre as a complaint. Each doubt holds it; none drops it.</summary>
internal static class Doubts
{
    public const string SecretAsked = "identity-secret-asked";

    public static IReadOnlyList<Reason> About(MimeMessage message, Mail mail)
    {
        var doubts = new List<Reason>();
        if (SecrecyRequest.In(mail.Subject.Judul, mail.Text)) doubts.Add(new Reason(SecretAsked));
        if (!message.From.Mailboxes.Any()) doubts.Add(new Reason("no-sender"));
        if (mail.IsBroken) doubts.Add(new Reason("broken-mime"));
        if (mail.Text.Length == 0) doubts.Add(new Reason("no-text"));
        if (OfficeMail.Suspected(mail.Subject.Judul, mail.Own, mail.HasCalendar)) doubts.Add(new Reason("office-mail"));
        if (mail.IsForward) doubts.Add(new Reason("forwarded-mail"));
        if (mail.IsReply) doubts.Add(new Reason("reply-in-thread"));
        return doubts;
    }
}
