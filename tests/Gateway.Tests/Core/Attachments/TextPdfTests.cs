using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Gateway.Contracts.Files;
using Gateway.Core.Attachments;

namespace Gateway.Tests.Core.Attachments;

/// <summary>A long text as PDF: whole, readable without any font on the machine, the same bytes each time.</summary>
internal sealed partial class TextPdfTests
{
    [Test]
    public void HoldsEveryWordOnAsManyPagesAsItTakes()
    {
        var text = string.Concat(Enumerable.Range(1, 600).Select(i => $"Kalimat nomor {i} tentang jalan (rusak) di C:\\Pasar. "));

        var pdf = Encoding.Latin1.GetString(TextPdf.Of(text));

        Assert.That(FileKinds.Of(TextPdf.Of(text)).Name, Is.EqualTo("pdf"));
        Assert.That(Page().Count(pdf), Is.EqualTo(int.Parse(Count().Match(pdf).Groups[1].Value, CultureInfo.InvariantCulture)).And.GreaterThan(5));
        Assert.That(string.Join(' ', Words(pdf)).Trim(), Is.EqualTo(text.Trim()));
    }

    [Test]
    public void AnEmojiIsShownByAWordAndKeptAsItself()
    {
        var pdf = Encoding.Latin1.GetString(TextPdf.Of("Banjir lagi 😢 – tolong… “segera” 水"));

        Assert.That(pdf, Does.Contain("/ActualText <FEFFD83DDE22> >> BDC ([emoji]) Tj"));
        Assert.That(pdf, Does.Contain("/ActualText <FEFF6C34> >> BDC ([U+6C34]) Tj"));
        Assert.That(pdf, Does.Contain("(Banjir lagi ) Tj").And.Contain("\u0096 tolong\u0085 \u0093segera\u0094"));
    }

    [Test]
    public void NoLineIsWiderThanThePage() =>
        Assert.That(Words(Encoding.Latin1.GetString(TextPdf.Of(new string('a', 1000) + " " + string.Concat(Enumerable.Repeat("kata ", 100))))), Is.All.Length.LessThanOrEqualTo(80));

    [Test]
    public void EveryObjectStandsWhereTheTableSays() => Gen.String.Sample(text =>
    {
        var bytes = TextPdf.Of(text);
        var pdf = Encoding.Latin1.GetString(bytes);
        var offsets = Offset().Matches(pdf).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        return offsets.Select((offset, i) => pdf.AsSpan(offset).StartsWith($"{i + 1} 0 obj\n")).All(isRight => isRight)
            && Stream().Matches(pdf).All(match => pdf[(match.Index + match.Length + int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))..].StartsWith("\nendstream", StringComparison.Ordinal))
            && bytes.AsSpan().SequenceEqual(TextPdf.Of(text));
    });

    private static IEnumerable<string> Words(string pdf) =>
        Shown().Matches(pdf).Select(match => match.Groups[1].Value.Replace("\\(", "(").Replace("\\)", ")").Replace("\\\\", "\\"));

    [GeneratedRegex(@"/Type /Page /")]
    private static partial Regex Page();

    [GeneratedRegex(@"/Count (\d+)")]
    private static partial Regex Count();

    [GeneratedRegex(@"^\((.*)\) Tj$", RegexOptions.Multiline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^(\d{10}) 00000 n", RegexOptions.Multiline)]
    private static partial Regex Offset();

    [GeneratedRegex(@"<< /Length (\d+) >>\nstream\n")]
    private static partial Regex Stream();
}
