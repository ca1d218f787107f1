using System.Text.RegularExpressions;
using Gateway.Core.Gates;

namespace Gateway.Tests.Labelled;

/// <summary>How well several matters in one text are told, on labelled texts with look-alikes, and that a split loses no word.</summary>
internal sealed partial class SeveralMatterTests
{
    private static readonly IReadOnlyList<(string Label, string Text)> Texts =
        [.. LabelledTexts.Read("matters.tsv").Select(text => (text.Label, text.Text.Replace("\\n", "\n", StringComparison.Ordinal)))];

    [Test]
    public void TellsSeveralFromOne()
    {
        var missed = Texts.Where(text => text.Label == "several" && SeveralMatters.In(text.Text).Count == 0).ToList();
        var wrong = Texts.Where(text => text.Label == "one" && SeveralMatters.In(text.Text).Count > 0).ToList();
        var several = Texts.Count(text => text.Label == "several");
        TestContext.Out.WriteLine($"matters.tsv: {Texts.Count} texts; {several - missed.Count} of {several} found; {wrong.Count} of {Texts.Count - several} single ones split");

        Assert.That(Texts, Has.Count.AtLeast(60));
        Assert.That(missed, Has.Count.LessThanOrEqualTo(several / 10), string.Join('\n', missed));
        Assert.That(wrong, Has.Count.LessThanOrEqualTo((Texts.Count - several) / 20), string.Join('\n', wrong));
    }

    [Test]
    public void EveryWordIsInAPart()
    {
        foreach (var (_, text) in Texts)
        {
            if (SeveralMatters.In(text) is not { Count: > 0 } parts) continue;
            var kept = parts.SelectMany(part => Word().Matches(part.Isi).Select(word => word.Value)).ToHashSet();
            var said = string.Join('\n', MatterPiece.Of(text).Where(piece => !piece.Announces).Select(piece => piece.Text));
            Assert.That(Word().Matches(said).Select(word => word.Value).Where(word => !kept.Contains(word)), Is.Empty, text);
        }
    }

    [TestCase("Ada dua hal yang ingin saya sampaikan.")]
    [TestCase("Saya mau lapor 2 hal:\n")]
    public void ASentenceThatOnlyCountsTheMattersIsInNoPart(string counting) =>
        Assert.That(
            SeveralMatters.In($"{counting} Jalan Kartini berlubang. Selain itu lampu jalan di sana mati.").Select(part => part.Isi),
            Is.EqualTo(SeveralMatters.In("Jalan Kartini berlubang. Selain itu lampu jalan di sana mati.").Select(part => part.Isi)).And.Exactly(2).Items);

    [TestCase("Ada dua hal penting di Jalan Kartini.")]
    [TestCase("Ada beberapa perkara warga yang jatuh.")]
    public void WhatSaysMoreThanACountStays(string said) => Assert.That(MatterPiece.Of(said).Single().Announces, Is.False);

    [Test]
    public void ANumberAtTheEndOfASentenceIsNoListMark() =>
        Assert.That(
            SeveralMatters.In("Jalan berlubang di km 8. Banjir di perumahan Bengkuring belum surut.").Select(part => (part.Topic, part.Isi)),
            Is.EqualTo(new[] { ("jalan", "Jalan berlubang di km 8."), ("banjir", "Banjir di perumahan Bengkuring belum surut.") }));

    [TestCase("PJU mati; KIS tdk aktif; minta bibit lele", "lampu bpjs pupuk")]
    [TestCase("1. toilet terminal rusak\n2. tarif ojek\n3. anak saya minta rekomendasi beasiswa", "toilet angkutan sekolah")]
    [TestCase("Jalan ke pasar becek. Selain itu mau komplain soal pajak PBB saya.", "jalan pajak")]
    [TestCase("Jalan ke pasar becek, kami tinggal dekat kuburan.", "")]
    public void WhereTheTextSaysThatAnotherMatterComesItsFieldIsEnough(string text, string topics) =>
        Assert.That(string.Join(' ', SeveralMatters.In(text).Select(part => part.Topic)), Is.EqualTo(topics));

    [TestCase("1.a")]
    [TestCase(" ")]
    [TestCase("jalan rusak\nlampu padam\n")]
    [TestCase("petugas minta uang ")]
    [CancelAfter(20_000)]
    public void ALongTextIsReadOnce(string piece)
    {
        var text = "jalan rusak " + string.Concat(Enumerable.Repeat(piece, 45_000 / piece.Length)) + "x";
        SeveralMatters.In(text);
        Berkadar.Hit(string.Concat(Enumerable.Repeat(text, 10)));
    }

    // Words of letters: numbers may have been list marks.
    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
