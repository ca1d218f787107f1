using System.Text;
using CsCheck;
using Gateway.Adapters.Email;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.Email;

internal sealed class ReadingMboxFiles
{
    private const string Line = "From budi@warga.example Mon Jun 15 19:42:11 2026\n";

    [Test]
    public void NumbersTheMailsOfAFile()
    {
        var read = Read(Line + Letter("Lampu satu mati.", 1) + "\n" + Line + Letter("Lampu dua mati.", 2) + "\n" + Line + Letter("Lampu tiga mati.", 3));

        Assert.That(read.Select(mail => mail.Item), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(read.Select(mail => Letters.Only(mail).Isi), Is.EqualTo(new[] { "Lampu satu mati.", "Lampu dua mati.", "Lampu tiga mati." }));
        Assert.That(read.Select(mail => Letters.Only(mail).Source.Item), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(read[0].Received, Is.EqualTo(new DateTimeOffset(2026, 6, 15, 19, 42, 11, TimeSpan.FromHours(8))), "each tells its own date");
    }

    [Test]
    public void GivesAMailTheKeyItHasInItsOwnFile()
    {
        var read = Read(Line + Letter("Lampu satu mati.", 1) + "\n" + Line + Letter("Lampu dua mati.", 2));
        Assert.That(read[1].KeyParts, Is.EqualTo(Letters.Translate(Letter("Lampu dua mati.", 2)).KeyParts));
    }

    [Test]
    public void CutsNoLetterThatBeginsALineWithFrom()
    {
        var isi = Letters.Only(Read(Line + Letter("Lampu mati.\n\nFrom the port to the mosque all lights are out.\n\nFrom budi@warga.example Mon Jun 15 19:42:11 2026\nkata surat itu.", 1) + "\n" + Line + Letter("Dua.", 2))[0]).Isi;
        Assert.That(isi, Does.Contain("From the port").And.EndWith("kata surat itu."));
    }

    [Test]
    public void UndoesTheEscapeOfALineThatBeginsWithFrom() =>
        Assert.That(Letters.Only(Read(Line + Letter("Lampu mati.\n>From sini ke sana.", 1) + "\n" + Line + Letter("Dua.", 2))[0]).Isi, Is.EqualTo("Lampu mati.\nFrom sini ke sana."));

    [Test]
    public void QuarantinesABrokenMailAndReadsTheRest()
    {
        var read = Read(Line + Letter("Lampu satu mati.", 1) + "\n" + Line + "X-Aneh: 1\n\nbukan surel\n\n" + Line + Letter("Lampu tiga mati.", 3));
        Assert.That(read.Select(mail => mail.Outcome), Is.EqualTo(new[] { ItemOutcome.Complaint, ItemOutcome.Quarantined, ItemOutcome.Complaint }));
    }

    [Test]
    public void AccountsForEachMailOnceWhateverItsWords() =>
        Gen.Select(Gen.String[Gen.Char[" -~\n"], 0, 60], Gen.Int[1, 99]).Array[2, 6].Sample(mails =>
        {
            var file = string.Join('\n', mails.Select(mail => Line + Letter(Escaped(mail.Item1) + ".", mail.Item2)));
            Assert.That(Read(file).Select(mail => mail.Item), Is.EqualTo(Enumerable.Range(1, mails.Length).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }, iter: 300);

    private static string Escaped(string text) => text.Replace("\nFrom ", "\n>From ", StringComparison.Ordinal);

    private static string Letter(string body, int number) => Letters.Mail(body, id: $"<{number}@warga.example>").Replace("\r\n", "\n", StringComparison.Ordinal);

    private static List<Translation> Read(string file) =>
        [.. new EmailAdapter().Translator.Translate(new RawItem { File = "kotak.mbox", Content = new BytesContent(Encoding.UTF8.GetBytes(file)) }, Letters.Channel)];
}
