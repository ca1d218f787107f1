using System.Runtime.Versioning;
using Gateway.Contracts;
using Gateway.Core.Intake;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// One date in Arabic digits ended the post with 500 and the whole import with it: an expression takes the digits of every writing as
/// digits, a parser only ours.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class ADateInOtherDigitsStopsNoIntake
{
    private static readonly string[] Forms = ["sejak {0}{0}/{0}{0}/20{0}{0}", "sejak {0}/1/2024", "sejak 1/{0}/2024", "tanggal {0} Mei 20{0}4", "tanggal 1{0} Mei 2024", "{0}"];

    [Test]
    public void EveryDigitOfEveryWritingIsReadWithoutAFault()
    {
        var digits = Enumerable.Range(1, 0x1FFFF).Where(point => point is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32)
            .Where(text => char.IsNumber(text, 0)).ToArray();

        Assert.That(digits, Has.Length.GreaterThan(600));
        foreach (var digit in digits)
            foreach (var form in Forms)
            {
                var isi = "Lampu mati " + string.Format(null, form, digit);
                Assert.That(() => DerivedFields.Complete(new Complaint { Isi = isi, Written = Some.Noon, Source = new Provenance("1", "1") }), Throws.Nothing, isi);
            }
    }

    [Test]
    public async Task APostWithSuchADateHasItsReceipt()
    {
        await using var opened = await OpenedHouse.NewAsync(null, Registries.Form);

        Assert.That(await opened.PostAsync("""{"isi":"Lampu jalan padam sejak ١٢/٠٥/2024 di Jl. Kartini."}"""), Is.Not.Empty);
    }
}
