using Gateway.Core.Gates;
using Gateway.Tests.Labelled;

namespace Gateway.Tests.Core.Gates;

/// <summary>What says enough to leave without a person, and what does not.</summary>
internal sealed class SubstanceTests
{
    [TestCase("Lampu jalan di Jl. Kartini padam sejak Senin.")]
    [TestCase("banyu leding kada jalan hudah lima hari")]
    [TestCase("Street light in front of the school is broken")]
    [TestCase("Kapan pendaftaran beasiswa dibuka?")]
    [TestCase("Sebaiknya halte itu diberi atap.")]
    [TestCase("Terima kasih lampunya sudah menyala, tapi trotoarnya hancur.")]
    [TestCase("Petugas loket kurang ramah, antrean rusak. Terima kasih.")]
    [TestCase("Surat pengaduan saya bulan Maret belum dijawab, mohon kepastian")]
    public void AComplaintAQuestionAndAProposalSayEnough(string text) => Assert.That(Substance.Doubt(text, hasPlace: false), Is.Null);

    [TestCase("Besok kumpul jam 7 di balai ya bapak ibu", "maybe-no-complaint")]
    [TestCase("Pemerintah tidak becus, percuma!", "maybe-no-complaint")]
    [TestCase("Tolong hubungi saya, ada yang mau saya sampaikan.", "maybe-no-complaint")]
    [TestCase("Mohon maaf lahir dan batin.", "maybe-no-complaint")]
    [TestCase("asdf qwerty", "maybe-no-complaint")]
    [TestCase("-", "maybe-no-complaint")]
    [TestCase("Makasih pak jalannya sudah diperbaiki", "maybe-thanks-only")]
    [TestCase("Kami menawarkan lampu tenaga surya.", "maybe-office-mail")]
    [TestCase("Terima kasih kepada petugas yang merekam KTP ibu saya yang lumpuh, ramah sekali.", "maybe-thanks-only")]
    [TestCase("Disampaikan jadwal penilaian di wilayah Saudara, mohon menyiapkan berkas.", "maybe-office-mail")]
    [TestCase("Sales datang menitip brosur cat kapal, minta ketemu Kabid", "maybe-office-mail")]
    [TestCase("min gmn laporan saya yg kemarin itu, blm ada yg hubungi", "maybe-followup")]
    [TestCase("Open order bolu gulung, minat japri", "maybe-spam")]
    [TestCase("jalan rusak pak", "few-words")]
    public void WhatSaysNothingWaitsForAPerson(string text, string code) => Assert.That(Substance.Doubt(text, hasPlace: false)?.Code, Is.EqualTo(code));

    [Test]
    public void AKnownPlaceMakesTwoWordsEnough() => Assert.That(Substance.Doubt("jalan rusak", hasPlace: true), Is.Null);

    [Test]
    public void AHouseNumberIsNoRefusal() => Assert.That(Substance.Doubt("Rumah saya di Jl. Mawar No. 5 cat biru", hasPlace: false)?.Code, Is.EqualTo("maybe-no-complaint"));

    /// <summary>The texts of the other measures are complaints and were not written for this rule; what accuses waits in any case.</summary>
    [Test]
    public void HoldsFewerThanOneComplaintInTwentyForNothing()
    {
        var complaints = new[] { "berkadar.tsv", "danger.tsv", "matters.tsv" }.SelectMany(LabelledTexts.Read)
            .Select(text => text.Text.Replace("\\n", "\n", StringComparison.Ordinal))
            .Where(text => Berkadar.Hit(text) is null)
            .ToList();
        var held = complaints.Where(text => Substance.Doubt(text, hasPlace: true) is not null).ToList();
        TestContext.Out.WriteLine($"{held.Count} of {complaints.Count} complaints held");
        Assert.That(held, Has.Count.LessThan(complaints.Count / 20), string.Join('\n', held));
    }
}
