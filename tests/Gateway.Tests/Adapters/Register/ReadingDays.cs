namespace Gateway.Tests.Adapters.Register;

public sealed class ReadingDays
{
    [TestCase("12/3/26", "2026-03-12")]
    [TestCase("12-03-2026", "2026-03-12")]
    [TestCase("12.03.2026", "2026-03-12")]
    [TestCase("12 / 03 / 2026", "2026-03-12")]
    [TestCase("12 Maret 2026", "2026-03-12")]
    [TestCase("12-Mar-26", "2026-03-12")]
    [TestCase("Kamis, 12 Maret 2026", "2026-03-12")]
    [TestCase("Kamis / 12-03-2026", "2026-03-12")]
    [TestCase("Tgl. 12 Maret 2026", "2026-03-12")]
    [TestCase("2026-03-12", "2026-03-12")]
    [TestCase("46093", "2026-03-12")]
    [TestCase("46093.5", "2026-03-12 12:00")]
    [TestCase("12/03/2026 14.30", "2026-03-12 14:30")]
    [TestCase("12/03/2026 2:30 PM", "2026-03-12 14:30")]
    [TestCase("12 Maret 2026 pukul 14.30 WITA", "2026-03-12 14:30")]
    [TestCase("3 Mar", "2026-03-03")]
    [TestCase("3/4", "2026-04-03")]
    [TestCase("31/02/2026", null)]
    [TestCase("12/2026", null)]
    [TestCase("minggu kemarin", null)]
    [TestCase("12", null)]
    public void ReadsADayInAnyShape(string text, string? day) =>
        Assert.That(Said($"REGISTER TAHUN 2026\nTanggal;Isi\n{text};a\n"), Is.EqualTo(new[] { day ?? "date-unreadable" }));

    [Test]
    public void WithoutAYearAnywhereTheDayIsUnknown()
    {
        Assert.That(Said("Tanggal;Isi\n3 Mar;a\n"), Is.EqualTo(new[] { "date-unreadable" }));
        Assert.That(Said("Tanggal;Isi\n3 Mar;a\n4 Maret 2026;b\n"), Is.EqualTo(new[] { "2026-03-03", "2026-03-04" }));
        Assert.That(Said("Tanggal;Isi\n3 Mar;a\n4 Maret 2026;b\n5 Maret 2025;c\n"), Is.EqualTo(new[] { "date-unreadable", "2026-03-04", "2025-03-05" }));
    }

    [Test]
    public void TheColumnTellsDayFromMonth()
    {
        Assert.That(Said("Tanggal;Isi\n03/04/2026;a\n"), Is.EqualTo(new[] { "2026-04-03" }), "people in Indonesia write the day first");
        Assert.That(Said("Tanggal;Isi\n03/04/2026;a\n04/25/2026;b\n"), Is.EqualTo(new[] { "2026-03-04", "2026-04-25" }));
        Assert.That(Said("Tanggal;Isi\n03/04/2026;a\n04/25/2026;b\n25/04/2026;c\n05/05/2026;d\n"), Is.EqualTo(new[] { "date-order-unclear", "2026-04-25", "2026-04-25", "2026-05-05" }));
    }

    [Test]
    public void AFormThatCountsInEnglishIsReadByItsOrderOrAskedAbout()
    {
        Assert.That(Said("Timestamp;Isi\n6/12/2026 8:05:11;a\n"), Is.EqualTo(new[] { "date-order-unclear" }));
        Assert.That(Said("Timestamp;Isi\n5/12/2026 8:00:00;a\n6/1/2026 8:00:00;b\n"), Is.EqualTo(new[] { "2026-05-12 08:00", "2026-06-01 08:00" }));
    }

    private static IEnumerable<string> Said(string text) => Registers.Translate(text).Select(item =>
        item.Reasons.FirstOrDefault()?.Code ?? item.Received?.ToString(item.Received.Value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "");
}
