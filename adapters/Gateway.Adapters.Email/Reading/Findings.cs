using Gateway.Contracts;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What was found about the kind of a mail, looked for once.</summary>
/// <param name="Matter">Whether something is wrong or asked for.</param>
/// <param name="Office">Whether it is ordinary office mail.</param>
/// <param name="Spam"><c>spam</c>, <c>maybe-spam</c>, or null.</param>
internal sealed record Findings(Matter Matter, OfficeLikeness Office, Reason? Spam)
{
    public static Findings In(MailHead head, Mail mail)
    {
        var matter = Matter.Of(mail.Subject.Judul, mail.Own);
        return new Findings(matter, OfficeMail.Judge(mail, matter), Reading.Spam.Judge(head, mail, matter));
    }
}
