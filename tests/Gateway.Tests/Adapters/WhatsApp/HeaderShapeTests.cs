using System.Globalization;
using System.Text;
using Gateway.Adapters.WhatsApp;

namespace Gateway.Tests.Adapters.WhatsApp;

internal sealed class HeaderShapeTests
{
    [TestCase("26/11/22 23.10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("26/11/2022 23.10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("26/11/22, 23:10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("26/11/22, 11:10 pm - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("[26/11/22, 23.10.34] Budi: Lampu mati", "2022-11-26T23:10:34")]
    [TestCase("[26/11/22 23.10.34] Budi: Lampu mati", "2022-11-26T23:10:34")]
    [TestCase("[11/26/22, 11:10:34\u202FPM] Budi: Lampu mati", "2022-11-26T23:10:34")]
    [TestCase("2022-11-26, 23:10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("26.11.22, 23:10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("26-11-2022 23:10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("[11/26/22 23:10] Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("11/26/2022, 11:10 p. m. - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("11/26/2022, 11:10\u00A0p.\u00A0m. - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("2022/11/26, 23:10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("26/11/22 pukul 23.10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("\u200F٢٦\u200F/١١\u200F/٢٠٢٢، ١١:١٠ م - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("२६/११/२२, २३:१० - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("26/11/2565 23:10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("2022. 11. 26. 오후 11:10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("\uFEFF26/11/22 23.10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("\u200E[26/11/22, 23.10.34] Budi: Lampu mati", "2022-11-26T23:10:34")]
    [TestCase("11/26/22, 12:05 AM - Budi: Lampu mati", "2022-11-26T00:05:00")]
    [TestCase("11/26/22, 12:05 PM - Budi: Lampu mati", "2022-11-26T12:05:00")]
    [TestCase("R4/11/26 23:10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("[令和4/11/26 23:10:34] Budi: Lampu mati", "2022-11-26T23:10:34")]
    [TestCase("26/11/65 23:10 - Budi: Lampu mati", "2022-11-26T23:10:00")]
    [TestCase("11/26/22, 00:05 AM - Budi: Lampu mati", "2022-11-26T00:05:00")]
    public void ReadsTheHeader(string line, string at)
    {
        var message = Export.Messages(line).Single();

        Assert.Multiple(() =>
        {
            Assert.That(message.At?.ToString("s", CultureInfo.InvariantCulture), Is.EqualTo(at));
            Assert.That(message.Sender, Is.EqualTo("Budi"));
            Assert.That(message.Text, Is.EqualTo("Lampu mati"));
        });
    }

    [TestCase("[26/11/22, 23.11.00] Siti: dari chat lain")]
    [TestCase("26/11/2022 23.11 - Siti: tahun empat angka")]
    [TestCase("26/11/22, 23:11 - Siti: koma dan titik dua")]
    [TestCase("32/11/22 23.11 - Siti: tidak ada tanggal 32")]
    [TestCase("26/11/22 25.11 - Siti: tidak ada jam 25")]
    [TestCase("26/11/22 23.11 rapat di kantor")]
    [TestCase("26/11/22 23.11 -Siti: tanpa spasi")]
    [TestCase("11/26/22 23.11 - Siti: bulan lebih dulu")]
    public void TakesAnAlmostHeaderForAContinuation(string almost)
    {
        var messages = Export.Messages($"26/11/22 23.10 - Budi: Lampu mati\n{almost}\n27/11/22 07.00 - Budi: Masih mati\n28/11/22 07.00 - Budi: Masih");

        Assert.That(messages[0].Text, Is.EqualTo("Lampu mati\n" + almost));
        Assert.That(messages, Has.Count.EqualTo(3));
    }

    [Test]
    public void KeepsTheGrammarOfTheFirstLineWhenALongChatIsPasted()
    {
        var pasted = string.Concat(Enumerable.Range(10, 40).Select(n => $"[26/11/22, 09.{n}.00] Siti: pesan {n}\n"));

        var messages = Export.Messages($"26/11/22 23.10 - Budi: Ini chatnya:\n{pasted}27/11/22 07.00 - Budi: Tolong dibaca\n");

        Assert.That(messages.Select(message => message.Lines), Is.EqualTo(new[] { 41, 1 }));
    }

    [TestCase("Budi:", "Budi", "")]
    [TestCase("Budi: ", "Budi", "")]
    [TestCase("~\u202FBudi: a: b", "~ Budi", "a: b")]
    [TestCase("\u202A+62\u00A0811\u20110000\u20110001\u202C: Halo", "+62 811-0000-0001", "Halo")]
    public void ReadsTheSenderAsShown(string body, string sender, string text)
    {
        var message = Export.Messages("26/11/22 23.10 - " + body).Single();

        Assert.That((message.Sender, message.Text), Is.EqualTo((sender, text)));
    }

    [Test]
    public void ReadsWindowsLineEndsAndUtf16()
    {
        const string text = "26/11/22 23.10 - Budi: Lampu\r\nmati\r\n27/11/22 07.00 - Siti: Ya\r\n";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(text),
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            Encoding.Unicode.GetBytes(text),
            Encoding.BigEndianUnicode.GetBytes(text),
        ];

        foreach (var file in files)
        {
            var messages = ChatExport.Messages(Export.Of(file)).ToList();
            Assert.That(messages.Select(message => message.Text), Is.EqualTo(new[] { "Lampu\nmati", "Ya" }));
        }
    }
}
