using System.Globalization;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.Email;

/// <summary>How often the translator is right, on mails that were labelled before its rules were written.</summary>
internal sealed class JudgingLabelledMails
{
    private static readonly (LabelledMail Mail, string Outcome, string[] Codes)[] Judged =
        [.. LabelledMail.Under(Path.Combine(TestContext.CurrentContext.TestDirectory, "Labelled", "mails")).Select(mail => (mail, Letters.Translate(mail.Bytes))).Select(pair => (pair.mail, Shown(pair.Item2), Letters.Codes(pair.Item2).ToArray()))];

    [Test]
    public void IsRightInNineteenOfTwentyWhereItDidNotHold()
    {
        var decided = Judged.Where(item => item.Outcome != "held").ToList();
        var right = decided.Count(IsRight);
        Print();
        Assert.That(Judged, Has.Length.GreaterThanOrEqualTo(120));
        Assert.That(right, Is.GreaterThanOrEqualTo(0.95 * decided.Count), string.Join(", ", decided.Where(item => !IsRight(item)).Select(item => $"{item.Mail.Name} became {item.Outcome}")));
    }

    [Test]
    public void QueuesNothingThatIsNoComplaint() =>
        Assert.That(Judged.Where(item => item.Outcome == "complaint" && item.Mail.Outcome != "complaint").Select(item => item.Mail.Name), Is.Empty);

    [Test]
    public void DropsNoComplaint() =>
        Assert.That(Judged.Where(item => item.Outcome is "ignored" or "quarantined" && item.Mail.Outcome is "complaint" or "held").Where(item => item.Outcome is "ignored" or "quarantined").Select(item => item.Mail.Name), Is.Empty);

    [Test]
    public void HoldsFewerThanOneComplaintInTen()
    {
        var complaints = Judged.Where(item => item.Mail.Outcome == "complaint").ToList();
        Assert.That(complaints.Count(item => item.Outcome == "held"), Is.LessThan(complaints.Count / 10.0));
    }

    private static bool IsRight((LabelledMail Mail, string Outcome, string[] Codes) item) =>
        item.Outcome == item.Mail.Outcome && (item.Mail.Code is null || item.Codes.Contains(item.Mail.Code));

    private static string Shown(Translation translation) => translation switch
    {
        { Outcome: ItemOutcome.Complaint, Reasons.Count: > 0 } => "held",
        { Outcome: ItemOutcome.Complaint } => "complaint",
        { Outcome: ItemOutcome.Ignored } => "ignored",
        _ => "quarantined",
    };

    private static void Print()
    {
        TestContext.Out.WriteLine("labelled      items  right   held  wrong");
        foreach (var group in Judged.GroupBy(item => item.Mail.Outcome))
        {
            var right = group.Count(IsRight);
            var held = group.Count(item => !IsRight(item) && item.Outcome == "held");
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key,-12} {group.Count(),6} {right,6} {held,6} {group.Count() - right - held,6}"));
        }
    }
}
