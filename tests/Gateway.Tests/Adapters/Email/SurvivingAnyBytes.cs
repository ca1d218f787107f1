using System.Text;
using CsCheck;
using Gateway.Contracts.Intake;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Email;

internal sealed class SurvivingAnyBytes
{
    private static readonly string[] Seeds =
    [
        Letters.Mail(),
        Letters.Mail("<p>Lampu <b>mati</b></p><blockquote>lama</blockquote>", type: "text/html; charset=utf-8"),
        Letters.Parts("Content-Type: text/plain; charset=iso-2022-jp\r\n\r\nFoto", "Content-Type: image/png; name*=utf-8''a%20b.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=", "Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nisi"),
        Letters.Mail("Belum.\r\n\r\nPada Sen, 3 Jun 2024 pukul 10.41 A <a@b.example>\r\nmenulis:\r\n> x", "Re: =?utf-8?Q?Lampu?=", headers: "In-Reply-To: <x@y>\r\nAuto-Submitted: no\r\n"),
        Letters.Mail("--b\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 5.1.1\r\n--b--", type: "multipart/report; report-type=delivery-status; boundary=b"),
        Letters.Mail("Nama: Budi\r\nEmail: budi@warga.example\r\nPesan: Jalan rusak.\r\n-- \r\nEmail ini dikirim dari formulir", from: "wordpress@dlh.example"),
        Letters.Mail("Mohon dicek.\r\n\r\n---------- Pesan terusan ---------\r\nDari: H <h@warga.example>\r\nTanggal: Rab\r\n\r\nAir hitam.", "Fwd: Limbah"),
        Letters.Mail("Foto:\r\nbegin 644 a.txt\r\n#0V%T\r\n`\r\nend\r\n", type: "text/plain; charset=utf-7"),
        Letters.Parts("Content-Type: text/plain\r\n\r\nx", $"Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Envelope.Holding("a.png", [1, 2, 3]))}"),
        Letters.Parts("Content-Type: text/plain\r\n\r\nx", "Content-Type: text/plain; name=\"Chat WhatsApp.txt\"\r\n\r\n26/05/26 23.18 - A: b\r\n"),
    ];

    [Test]
    public void MakesOneTranslationOfAnyBytes() =>
        Gen.Byte.Array[0, 400].Sample(HasOneOutcome, iter: 2_000);

    [Test]
    public void MakesOneTranslationOfAnyMutatedMail() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Int[0, 2_000], Gen.Int[0, 3], Gen.Byte).Array[1, 12], Mutated).Sample(HasOneOutcome, iter: 3_000);

    [Test]
    public void ReadsTheSameHoweverTheBytesComeIn() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Int[1, 300].Array[1, 8]).Sample((seed, sizes) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Seeds[seed]);
            var dripped = new Gateway.Adapters.Email.EmailAdapter().Translator
                .Translate(new RawItem { File = "INBOX;UID=1", Content = new DripContent(bytes, sizes) }, Letters.Channel).Single();
            Assert.That(dripped.KeyParts, Is.EqualTo(Letters.Translate(bytes).KeyParts));
        }, iter: 500);

    [TestCase("multipart/mixed; boundary=b{0}")]
    [TestCase("message/rfc822")]
    public void SurvivesNestingTenThousandDeep(string type)
    {
        var mail = new StringBuilder("From: a@b.example\r\nSubject: x\r\n");
        for (var depth = 0; depth < 10_000; depth++)
        {
            mail.Append("Content-Type: ").AppendFormat(System.Globalization.CultureInfo.InvariantCulture, type, depth).Append("\r\n\r\n");
            if (type.StartsWith("multipart", StringComparison.Ordinal)) mail.Append("--b").Append(depth).Append("\r\n");
        }

        HasOneOutcome(Encoding.ASCII.GetBytes(mail.Append("isi").ToString()));
    }

    private static byte[] Mutated(int seed, (int At, int Way, byte Value)[] changes)
    {
        var bytes = new List<byte>(Encoding.UTF8.GetBytes(Seeds[seed]));
        foreach (var (position, way, value) in changes)
        {
            if (bytes.Count == 0) break;
            var at = position % bytes.Count;
            if (way == 0) bytes[at] = value;
            else if (way == 1) bytes.Insert(at, value);
            else if (way == 2) bytes.RemoveRange(at, Math.Min(value, bytes.Count - at));
            else bytes.InsertRange(at, bytes.GetRange(at, Math.Min(value, bytes.Count - at)));
        }

        return [.. bytes];
    }

    private static void HasOneOutcome(byte[] mail)
    {
        var first = Letters.Translate(mail);
        var again = Letters.Translate(mail);
        Assert.That(again.KeyParts, Is.EqualTo(first.KeyParts));
        Assert.That(first.Outcome, Is.EqualTo(again.Outcome));
        Assert.That(first.Complaints, Has.Count.EqualTo(first.Outcome == ItemOutcome.Complaint ? 1 : 0));
        Assert.That(first.Reasons.Count > 0 || first.Outcome == ItemOutcome.Complaint);
        foreach (var complaint in first.Complaints) Assert.That(complaint.Isi, Is.Not.Empty);
    }
}
