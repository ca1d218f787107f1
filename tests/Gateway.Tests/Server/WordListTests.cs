using System.Runtime.Versioning;
using Gateway.Contracts;
using Gateway.Server.Words;

namespace Gateway.Tests.Server;

[SupportedOSPlatform("linux")]
internal sealed class WordListTests
{
    [TestCase("id", "Diterima pusat.")]
    [TestCase("en", "Taken by the centre.")]
    [TestCase(null, "Diterima pusat.")]
    [TestCase("fr", "Diterima pusat.")]
    public void SpeaksIndonesianUnlessAskedForEnglish(string? language, string words) =>
        Assert.That(WordList.In(language)["delivered"], Is.EqualTo(words));

    [Test]
    public void FillsTheDetailIntoItsPlace() =>
        Assert.That(WordList.In("en").Of(new Reason("code-not-mapped", "category: Perikanan")), Does.StartWith("No code of the centre for category: Perikanan."));

    [Test]
    public void PutsADetailWithoutAPlaceInBrackets() =>
        Assert.That(WordList.In("en").Of(new Reason("delivered", "80123")), Is.EqualTo("Taken by the centre. (80123)"));

    [Test]
    public void LeavesNoOpenPlaceWhenThereIsNoDetail() => Assert.That(WordList.In("id").Of(new Reason("held-by-officer")), Does.Not.Contain("{0}"));

    [Test]
    public void FillsSeveralPlaces() =>
        Assert.That(WordList.In("en")["import.sums", "dishub-email", 3, 16], Is.EqualTo("dishub-email: 3 files, 16 items"));

    [Test]
    public void ShowsACodeWithoutWordsItself()
    {
        Assert.That(WordList.In("id")["no-such-code"], Is.EqualTo("no-such-code"));
        Assert.That(WordList.In("id")["no-such-code", 1, "b"], Is.EqualTo("no-such-code: 1, b"));
    }
}
