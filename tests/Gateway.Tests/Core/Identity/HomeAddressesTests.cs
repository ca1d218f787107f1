using System.Text.RegularExpressions;
using CsCheck;
using Gateway.Core.Identity;
using Gateway.Tests.Labelled;

namespace Gateway.Tests.Core.Identity;

/// <summary>The expressions for homes are tried only where one can begin; that must find what looking through the whole text finds.</summary>
internal sealed class HomeAddressesTests
{
    private static readonly string[] Words =
    [
        "alamat", "Alamat:", "beralamat di", "beralamatkan di", "saya berdomisili di", "domisili", "saya", "ber", "tinggal di", "rumah", "Rumah saya", "rmh kami di", "warga",
        "saya warga", "depan rumah", "di", "Jl.", "Jalan", "Gang", "gg", "Mawar", "Kartini", "No.", "5", "12B", "RT 7", "RW", "Kel.", "Samarinda", "Kota", "mawar", "rusak", ",", ".", "\n", "  ", "(",
    ];

    [TestCase(true)]
    [TestCase(false)]
    public void AreFoundAsByLookingThroughTheWholeText(bool called) =>
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).List[0, 30].Select(words => string.Join(' ', words)).Sample(text => FindsTheSame(text, called), iter: 20_000);

    [TestCase(true)]
    [TestCase(false)]
    public void AreFoundInTheLabelledTextsAsWell(bool called)
    {
        foreach (var (_, text) in LabelledTexts.Read("masking.tsv")) FindsTheSame(text.Replace("\\n", "\n", StringComparison.Ordinal), called);
    }

    private static void FindsTheSame(string text, bool called)
    {
        var anchored = called ? HomeAddresses.Called() : HomeAddresses.House();
        var whole = new Regex(anchored.ToString().Replace(@"\G", "", StringComparison.Ordinal), anchored.Options);
        Func<Match, string> mark = match => $"<{match.Groups["lead"].Value}|{match.Value}>";

        Assert.That(HomeAddresses.ReplaceAtHomes(anchored, text, mark), Is.EqualTo(whole.Replace(text, new MatchEvaluator(mark))));
    }
}
