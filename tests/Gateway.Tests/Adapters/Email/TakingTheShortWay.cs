using System.Text;
using System.Text.Json;
using CsCheck;
using Gateway.Adapters.Email.Reading;
using Gateway.Contracts;

namespace Gateway.Tests.Adapters.Email;

/// <summary>
/// A plain mail read the short way becomes what it becomes the long way, through MimeKit. A header that the short way does not know sends
/// any mail the long way and means nothing to it.
/// </summary>
internal sealed class TakingTheShortWay
{
    private static readonly byte[] Unknown = "Jalan: jauh\n"u8.ToArray();

    private static readonly byte[][] Mails = [.. Written().SelectMany<byte[], byte[]>(mail => [mail, WithLineEnds(mail, "\n"), WithLineEnds(mail, "\r\n")])];

    private static readonly byte[][] Short = [.. Mails.Where(mail => mail.Length < 6_000)];

    // What means something to one grammar of mail or another, or to the rules.
    private static readonly string[] Pieces =
    [
        "\r", "\n", "\r\n", "\n\n", "\n ", ":", " ", "\t", "=", "=?utf-8?Q?a=C3=A9?=", "=?utf-8?B?YQ==?=", "<", ">", "\"", "(", ")", ",", ";", "@", "\\", "[", "]", "\0", "\u007f", "é", "+", ".", "..", "-",
        "'", "xn--", "Fwd: ", "Re: ", "From ", "From: x@y.example\n", "To: a+b@c.example\n", "Cc: x\n", "Subject: ", "Subject: lain\n", "Date: Mon, 1 Jun 2026 10:00:00 +0800\n", "Date: 31 Feb 2026\n",
        "Content-Type: text/plain; charset=utf-8\n", "; charset=us-ascii", "; charset=\"x\"", "; format=flowed", "; delsp=yes", "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n",
        "Content-Disposition: attachment\n", "Message-ID: <a@b>\n", "Message-ID: <>\n", "Subject: Jalan – rusak\n", "From: Dewi (Staf DLH) <d@w.example>\n", " (x)", "\r\r\n", "References: <a@b> <c@d>\n", "References: <a@b>\n <c@d>\n", "In-Reply-To: <x@y>\n", "In-Reply-To: x\n", "Reply-To: z@w.example\n",
        "Sender: s@t.example\n", "Return-Path: <>\n", "List-Id: <a.b>\n", "Precedence: bulk\n", "Auto-Submitted: no\n", "Auto-Submitted: auto-replied\n", "X-Spam-Flag: YES\n", "X-Failed-Recipients: a@b\n",
        "Received: from a by b;\n Mon, 1 Jun 2026 10:00:00 +0800\n", "Received: x\n", "DKIM-Signature: v=1;\n b=abc\n", "MIME-Version: 1.0\n", "X-Mailer: lain\n", "X-Lain-Lagi: =?x\n", "x_y: a\n", "Subject: =?utf-8?Q?a=C3=A9?= =?utf-8?B?YQ==?= b\n", "Content-Type: multipart/mixed;\n boundary=b\n", "--b\n", "--b--\n", "Content-Transfer-Encoding: x\n", "Importance: high\n", "=3D", "=C3=A9", "=\n", "+0700", "GMT", "(WITA)", " 24:00:00 ",
        "-- \n", "> ", "HP: 0811-0000-0001", "begin 644 a\n", "undangan rapat", "tidak", "terima kasih", "Nama: Budi\nEmail: a@b.example\n",
    ];

    private static readonly Gen<(int At, int Way, int Piece, byte Value)> Change = Gen.Select(Gen.Int[0, 6_000], Gen.Int[0, 4], Gen.Int[0, Pieces.Length - 1], Gen.Byte);

    [Test]
    public void MostPlainMailsTakeIt() =>
        Assert.That(Mails.Count(TakesIt), Is.GreaterThan(Mails.Length / 3));

    [Test]
    public void EveryMailOfTheseTestsBecomesWhatItBecomesTheLongWay() =>
        Assert.That(Mails.Where(mail => !IsTheSame(mail)).Select(Encoding.UTF8.GetString).ToList(), Is.Empty);

    [Test]
    public void SoDoesEveryMutatedMail() =>
        Gen.Select(Gen.Int[0, Short.Length - 1], Change.Array[1, 5]).Sample((mail, changes) => IsTheSame(Mutated(Short[mail], changes)), iter: 20_000);

    private static bool TakesIt(byte[] mail)
    {
        using var stream = new MemoryStream(mail);
        return PlainMail.In(stream) is not null;
    }

    private static bool IsTheSame(byte[] mail)
    {
        if (!TakesIt(mail)) return true;
        byte[] detour = [.. Unknown, .. mail];
        return !TakesIt(detour) && Shown(mail) == Shown(detour);
    }

    private static string Shown(byte[] mail) => JsonSerializer.Serialize(Letters.Translate(mail), ContractJson.Options);

    // Half of the changes are made to the header, which is short and decides.
    private static byte[] Mutated(byte[] mail, (int At, int Way, int Piece, byte Value)[] changes)
    {
        var bytes = new List<byte>(mail);
        foreach (var (position, way, piece, value) in changes)
        {
            if (bytes.Count == 0) break;
            var at = position % Math.Min(bytes.Count, value % 2 == 0 ? 300 : int.MaxValue);
            if (way == 0) bytes[at] = value;
            else if (way == 1) bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[piece]));
            else if (way == 2) bytes.RemoveRange(at, Math.Min(value % 20, bytes.Count - at));
            else if (way == 3) bytes.InsertRange(at, bytes.GetRange(at, Math.Min(value, bytes.Count - at)));
            else if (bytes.IndexOf((byte)'\n', at) is >= 0 and var end) bytes.InsertRange(end + 1, Encoding.UTF8.GetBytes(Pieces[piece]));
        }

        return [.. bytes];
    }

    private static IEnumerable<byte[]> Written()
    {
        var root = TestContext.CurrentContext.TestDirectory;
        var files = new[] { "Golden", "Labelled" }.SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.eml", SearchOption.AllDirectories));
        return files.Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Concat(LabelledMail.Under(Path.Combine(root, "Labelled", "mails")).Select(mail => mail.Bytes));
    }

    private static byte[] WithLineEnds(byte[] mail, string end) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", end, StringComparison.Ordinal));
}
