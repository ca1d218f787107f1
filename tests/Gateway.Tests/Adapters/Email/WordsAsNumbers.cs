using Gateway.Adapters.Email.Reading;

namespace Gateway.Tests.Adapters.Email;

/// <summary>Words are looked for as numbers, which must not mistake one for another.</summary>
internal sealed class WordsAsNumbers
{
    [Test]
    public void AWordIsItsNumberInCapitalsToo()
    {
        Assert.That(PackedWord.TryOf("rusak", out var small) && PackedWord.TryOf("RuSaK", out var mixed) && small == mixed, Is.True);
        Assert.That(PackedWord.TryOf("rusaka", out var longer) && longer != small, Is.True);
    }

    [TestCase("pengaduanaku", true)]
    [TestCase("pengaduanakan", false)]
    [TestCase("asal-asalan", false)]
    [TestCase("ru5ak", false)]
    [TestCase("ruſak", false)]
    public void OnlyTwelvePlainLettersHaveANumber(string word, bool hasOne) => Assert.That(PackedWord.TryOf(word, out _), Is.EqualTo(hasOne));

    [TestCase("rusak", WordSigns.Trouble)]
    [TestCase("asal-asalan", WordSigns.Trouble)]
    [TestCase("dipersiapkan", WordSigns.Office | WordSigns.Invitation)]
    [TestCase("piket", WordSigns.Office | WordSigns.Circular | WordSigns.SureCircular)]
    [TestCase("pemberitahuan", WordSigns.Office | WordSigns.OfficeSubject | WordSigns.SureSubject)]
    [TestCase("memberitahukan", WordSigns.None)]
    [TestCase("rusakk", WordSigns.None)]
    public void AWordIsASignHoweverLongItIs(string word, WordSigns signs)
    {
        Assert.That(MatterWords.Of(word), Is.EqualTo(signs));
        Assert.That(Matter.Of(word.ToUpperInvariant()).Signs, Is.EqualTo(Matter.Of(word).Signs));
    }
}
