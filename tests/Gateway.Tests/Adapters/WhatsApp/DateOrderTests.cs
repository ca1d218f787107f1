using System.Globalization;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

internal sealed class DateOrderTests
{
    [Test]
    public void TakesANumberOverTwelveForTheDay()
    {
        Assert.That(Days("05/03/26 10.00", "26/03/26 10.00"), Is.EqualTo(new[] { "2026-03-05", "2026-03-26" }));
        Assert.That(Days("05/03/26 10.00", "05/26/26 10.00"), Is.EqualTo(new[] { "2026-05-03", "2026-05-26" }));
    }

    [Test]
    public void TakesTheOrderInWhichTimeRunsForward()
    {
        Assert.That(Days("11/03/26 10.00", "12/03/26 10.00", "01/04/26 10.00")[2], Is.EqualTo("2026-04-01"));
        Assert.That(Days("03/11/26 10.00", "03/12/26 10.00", "04/01/26 10.00")[2], Is.EqualTo("2026-04-01"));
    }

    [Test]
    public void HoldsTheExportWithOneQuestionWhenNothingTellsDayFromMonth()
    {
        const string text = "05/03/26 10.00 - Budi: Lampu jalan mati semua\nsejak kemarin\n";
        var asked = Export.Items(text).Single();

        Assert.That((asked.Item, asked.Outcome, asked.Reasons.Single()), Is.EqualTo(("1-2", ItemOutcome.Quarantined, new Reason("date-order-ambiguous", "05/03"))));
        Assert.That(Written(text, "dmy"), Is.EqualTo(new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8))));
        Assert.That(Written(text, "mdy"), Is.EqualTo(new DateTimeOffset(2026, 5, 3, 10, 0, 0, TimeSpan.FromHours(8))));
    }

    [Test]
    public void AnAnswerDoesNotOverruleWhatTheFileTells() =>
        Assert.That(Written("26/03/26 10.00 - Budi: Lampu jalan mati semua\n", "mdy")!.Value.Month, Is.EqualTo(3));

    [TestCase("05/05/26 10.00")]
    [TestCase("05.03.26, 10:00")]
    [TestCase("2026-03-05, 10:00")]
    public void DoesNotDoubtWhereTheOrderMakesNoDifference(string header)
    {
        Assert.That(Export.Items(header + " - Budi: Lampu jalan mati semua").Single().Reasons, Is.Empty);
    }

    private static DateTimeOffset? Written(string text, string order) =>
        Export.Items(text, $$"""{"dateOrder": "{{order}}"}""").Single().Complaints.Single().Written;

    private static string?[] Days(params string[] headers) =>
        [.. Export.Messages(string.Concat(headers.Select(header => header + " - Budi: x\n"))).Select(message => message.At?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
}
