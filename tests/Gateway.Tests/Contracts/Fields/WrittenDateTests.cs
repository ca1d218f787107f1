using CsCheck;
using Gateway.Contracts.Fields;

namespace Gateway.Tests.Contracts.Fields;

public sealed class WrittenDateTests
{
    [TestCase("2026-06-12")]
    [TestCase("2026-06-12 14:30:00")]
    [TestCase("2026/6/12")]
    [TestCase("12/06/2026")]
    [TestCase("12-6-2026")]
    [TestCase("12.06.26")]
    [TestCase("12/06/2026 14.30")]
    [TestCase("12/06/2026 pukul 14.30 WITA")]
    [TestCase("12 Juni 2026")]
    [TestCase("Jumat, 12 Juni 2026")]
    [TestCase("Jum'at 12/06/2026")]
    [TestCase("12-Jun-26")]
    [TestCase("12 june 2026")]
    [TestCase("2026-06-11T16:00:00.000Z")]
    [TestCase(" 2026-06-12T00:00:00+08:00 ")]
    public void ReadsADayAsPeopleWriteIt(string text) => Assert.That(WrittenDate.Read(text), Is.EqualTo(new DateOnly(2026, 6, 12)));

    [TestCase("17 Agustus 2025", 8)]
    [TestCase("1 Agt 2025", 8)]
    [TestCase("1 Mei 2025", 5)]
    [TestCase("1 Okt 2025", 10)]
    [TestCase("1 Desember 2025", 12)]
    [TestCase("1 Nopember 2025", 11)]
    [TestCase("1 Pebruari 2025", 2)]
    public void KnowsTheMonths(string text, int month) => Assert.That(WrittenDate.Read(text)?.Month, Is.EqualTo(month));

    [TestCase("06/13/2026")]
    [TestCase("31/02/2026")]
    [TestCase("kemarin")]
    [TestCase("12 Bulan 2026")]
    [TestCase("0026-06-12")]
    [TestCase("46185")]
    [TestCase("")]
    public void DoesNotGuess(string text) => Assert.That(WrittenDate.Read(text), Is.Null);

    [Test]
    public void TakesAnyText() => Gen.String.Sample(text => WrittenDate.Read(text) is null or { Year: >= 1900 and <= 2100 }, iter: 1_000, threads: 1);
}
