using Gateway.Core.ServiceClock;

namespace Gateway.Tests.Core.ServiceClock;

/// <summary>Deadlines count working days: no week-ends, no national holidays, no joint leave.</summary>
internal sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = new(HolidayFile.Shipped());

    [TestCase("2026-11-24", true)]
    [TestCase("2026-11-28", false)]
    [TestCase("2026-08-17", false)]
    [TestCase("2026-12-24", false, Description = "joint leave")]
    public void KnowsADayOff(string day, bool isWorkingDay) =>
        Assert.That(Days.IsWorkingDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(isWorkingDay));

    [TestCase("2026-11-24", 3, "2026-11-27")]
    [TestCase("2026-11-26", 3, "2026-12-01", Description = "over a week-end")]
    [TestCase("2026-03-17", 1, "2026-03-25", Description = "over Nyepi and Lebaran")]
    [TestCase("2026-11-24", 0, "2026-11-24")]
    public void FindsTheLastDayOfATerm(string from, int days, string last)
    {
        var begin = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        var end = Days.After(begin, days);

        Assert.That(end, Is.EqualTo(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(Days.Between(begin, end), Is.EqualTo(days));
    }

    [Test]
    public void SaysOfWhichYearsItKnowsTheHolidays() => Assert.That((Days.Knows(2026), Days.Knows(2027)), Is.EqualTo((true, false)));

    [Test]
    public void TellsEachLineThatIsNoDay()
    {
        var days = HolidayFile.Read("2027-01-01 tahun baru\n# catatan\n17 Agustus\n2027-13-01", out var faults);

        Assert.That(days, Is.EqualTo(new[] { new DateOnly(2027, 1, 1) }));
        Assert.That(faults, Has.Count.EqualTo(2).And.Some.Contains("line 3").And.Some.Contains("line 4"));
    }
}
