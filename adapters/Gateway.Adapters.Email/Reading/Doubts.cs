using Gateway.Contracts;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What an officer should look at before the mail goes to the centre as a complaint. Each doubt holds it; none drops it.</summary>
internal static class Doubts
{
    public const string SecretAsked = "identity-secret-asked";

    public static List<Reason> About(MailHead head, Mail mail, Findings found)
    {
        var doubts = new List<Reason>();
        if (SecrecyRequest.In(mail.Subject.Judul, mail.Text)) doubts.Add(new Reason(SecretAsked));
        if (head.From is null) doubts.Add(new Reason("no-sender"));
        if (mail.IsBroken) doubts.Add(new Reason("broken-mime"));
        if (mail.Text.Length == 0) doubts.Add(new Reason("no-text"));
        AddKinds(head, mail, found, doubts);
        if (mail.Sealed is { } seal) doubts.Add(new Reason("encrypted", seal));
        if (mail.Carries is { } kind) doubts.Add(new Reason(kind));
        if (mail.IsForward) doubts.Add(new Reason("forwarded-mail"));
        if (mail.NamesNobody) doubts.Add(new Reason("forward-names-nobody"));
        if (mail.IsReply) doubts.Add(new Reason("reply-in-thread"));
        return doubts;
    }

    // Whether it is a complaint at all.
    private static void AddKinds(MailHead head, Mail mail, Findings found, List<Reason> doubts)
    {
        if (found.Office != OfficeLikeness.No) doubts.Add(new Reason("maybe-office-mail"));
        if (found.Spam is not null) doubts.Add(new Reason("maybe-spam"));
        if (!mail.IsForm && head.IsFromMachine) doubts.Add(new Reason("maybe-machine-mail"));
        if (doubts.Exists(doubt => doubt.Code.StartsWith("maybe-", StringComparison.Ordinal))) return;
        if (SaysThanks(mail, found.Matter)) doubts.Add(new Reason("maybe-thanks-only"));
        else if (SaysNothing(mail, found.Matter)) doubts.Add(new Reason("maybe-no-complaint"));
    }

    private static bool SaysThanks(Mail mail, Matter matter) => !matter.HasTrouble && !matter.HasRequest && ThanksOnly.Mentions(mail);

    // "Jadi ketemu besok jam 9 ya": nothing is wrong in it and nothing is asked.
    private static bool SaysNothing(Mail mail, Matter matter) => mail.Text.Length > 0 && matter is { HasTrouble: false, HasRequest: false, IsBare: true };
}
