using System.Text.RegularExpressions;
using CsCheck;
using Gateway.Adapters.Email.Reading;

namespace Gateway.Tests.Adapters.Email;

/// <summary>What is read by hand for speed is what this expression finds.</summary>
internal sealed partial class FindingLabels
{
    private static readonly Gen<string> Lines = Gen.OneOf(
        Gen.Char["aB :*=\t：•-\u2003x9  "].Array[0, 14], Gen.Frequency((6, Gen.Const('a')), (1, Gen.Char[" :*=\t：-"])).Array[50, 90]).Select(letters => new string(letters));

    [Test]
    public void ALabelEndsWhereTheExpressionSays() => Lines.Sample(IsTheSame, iter: 50_000);

    [TestCase("Nama: Budi", "Nama", "Budi")]
    [TestCase("* Nama Lengkap * : Budi", "Nama Lengkap", "Budi")]
    [TestCase("Lokasi * Jl. Rambutan", "Lokasi", "Jl. Rambutan")]
    [TestCase("NIK\t6472000000000001", "NIK", "6472000000000001")]
    [TestCase("Isi：*Lampu mati", "Isi", "Lampu mati")]
    [TestCase("- a: b", " a", "b")]
    [TestCase("Lampu mati sejak kemarin", "", "")]
    public void SoDoTheUsualLines(string line, string label, string value)
    {
        var (begin, end, below) = LabelLine.Find(line);
        Assert.That((line[begin..end], end > 0 ? line[below..] : ""), Is.EqualTo((label, value)));
        Assert.That(IsTheSame(line), Is.True);
    }

    private static bool IsTheSame(string line)
    {
        var (begin, end, below) = LabelLine.Find(line);
        var found = Labelled().Match(line);
        return found.Success ? end > 0 && line[begin..end] == found.Groups["label"].Value && line[below..] == found.Groups["value"].Value : end == 0;
    }

    [GeneratedRegex(@"^[\s*•-]{0,6}(?<label>[^:*=\t]{2,60}?)\s*(?:\*?\s*[:=：]\s*\*?|\s\*\s|\t)\s*(?<value>.*)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Labelled();
}
