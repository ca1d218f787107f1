using CsCheck;
using Gateway.Contracts.Fields;

namespace Gateway.Tests.Contracts.Fields;

/// <summary>Plain text goes a short way; it must lead where the long one does.</summary>
internal sealed class WrittenWordsTests
{
    private const string Hidden = "\u200b";
    private const string Letters = "abc  XYZ.,:-(~)09\n\t\r\u0007é\u2028";

    [Test]
    public void PlainTextIsReadAsAnyOther() =>
        Gen.String[Gen.Int[0, Letters.Length - 1].Select(i => Letters[i]), 0, 30].Sample(text =>
            Assert.That(WrittenWords.Lines(text), Is.EqualTo(WrittenWords.Lines(Hidden + text))));

    [TestCase("No. HP", "nohp", true)]
    [TestCase(" (Rahasia) ", "rahasia", true)]
    [TestCase("rahasia negara", "rahasia", false)]
    [TestCase("raha", "rahasia", false)]
    [TestCase("", "", true)]
    public void ATextIsComparedWithoutBeingFolded(string text, string folded, bool isSame)
    {
        Assert.That(FieldNames.IsFolded(text, folded), Is.EqualTo(isSame));
        Assert.That(FieldNames.Fold(text) == folded, Is.EqualTo(isSame));
    }
}
