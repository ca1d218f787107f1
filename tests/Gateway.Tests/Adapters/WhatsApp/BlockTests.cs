using System.Text;
using CsCheck;
using Gateway.Adapters.WhatsApp;
using Gateway.Adapters.WhatsApp.Parsing;
using Gateway.Contracts;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>Cut into blocks and read by several threads, a chat is what it is line after line: the same messages, the same survey.</summary>
internal sealed class BlockTests
{
    // One block, for a file of the tests: what one thread reads from the beginning to the end.
    private const int Whole = 1 << 20;

    private static readonly Gen<string> Line = Gen.OneOf(
        "26/11/22 23.10 - Budi: Lampu mati di Jalan Kartini", "26/11/22 23.10 - Siti: Air keruh\r", "27/11/22 06.01 - +62 811-0000-0001: <Media tidak disertakan>",
        "28/11/22 06.01 - Budi keluar", "31/12/22 1.05 - Anda: ok 👍", "02/13/22 07.00 - Warga RT 07: bulan tiga belas", "45/45/22 07.00 - x: tidak ada hari itu",
        "[26/11/22, 23.10.11] Siti: dari chat lain", "[26/11/22, 23.10.11] Budi: \u200Egambar tidak disertakan", "26/11/22 23.10 -", "26/11/22 23.10 -\r", "lanjutan 🙏", "", "\r", " ", "\uFEFF");

    [TestCase(1)]
    [TestCase(50)]
    [TestCase(100)]
    [TestCase(1000)]
    public void EveryChatOfTheSamplesIsTheSame(int block)
    {
        var files = Directory.GetFiles(Path.Combine(GatewayProcess.Root, "tests"), "*.txt", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && file.Contains("hats", StringComparison.Ordinal)).ToList();
        Assert.That(files, Has.Count.GreaterThan(80));
        foreach (var file in files) IsTheSame(File.ReadAllBytes(file), block, file);
    }

    [Test]
    public void EveryChatIsTheSameWhereverItIsCut() =>
        Gen.Select(Line.List[0, 60], Gen.Int[1, 400]).Sample((lines, block) => IsTheSame(Encoding.UTF8.GetBytes(string.Join('\n', lines)), block, ""), iter: 3_000);

    [Test]
    public void AnyBytesAreTheSameWhereverTheyAreCut() =>
        Gen.Select(Gen.OneOf(Gen.Byte, Gen.Const((byte)'\n')).Array[0, 60].List[1, 6], Gen.Int[1, 80]).Sample(
            (pieces, block) => IsTheSame([.. pieces.SelectMany(piece => "\n26/11/22 23.10 - Budi: "u8.ToArray().Concat(piece))], block, ""), iter: 3_000);

    [Test]
    public void AMessageThatFillsBlockAfterBlockIsReadLineByLineFromThereOn()
    {
        var text = new StringBuilder("26/11/22 23.10 - Budi: awal\n26/11/22 23.11 - Siti: panjang\n");
        for (var i = 0; i < 300_000; i++) text.Append("baris ke-").Append(i).Append('\n');
        text.Append('x', PhysicalLines.LongestLine + 5).Append("\n26/11/22 23.12 - Budi: akhir");

        var messages = Read(Encoding.UTF8.GetBytes(text.ToString()), 1000).Messages;

        Assert.That(messages.Select(message => (message.Line, message.Lines, message.IsCut)), Is.EqualTo(new[] { (1, 1, false), (2, 300_002, true), (300_004, 1, false) }));
    }

    [TestCase(PhysicalLines.LongestLine - 1)]
    [TestCase(PhysicalLines.LongestLine)]
    [TestCase(PhysicalLines.LongestLine + 1)]
    [TestCase(PhysicalLines.LongestLine + 70_000)]
    public void ALineIsCutAtItsLengthHoweverTheTextIsRead(int length)
    {
        var text = Encoding.UTF8.GetBytes("26/11/22 23.10 - Budi: a\n26/11/22 23.11 - Siti: b\n" + new string('y', length) + "\n26/11/22 23.12 - Budi: c\n");

        foreach (var block in new[] { 1000, Whole, Whole * 2 })
        {
            var messages = Read(text, block).Messages;
            Assert.That(messages.Select(message => message.IsCut), Is.EqualTo(new[] { false, length + 1 > PhysicalLines.LongestLine, false }));
        }
    }

    private static void IsTheSame(byte[] bytes, int block, string file)
    {
        var (survey, messages) = Read(bytes, Whole);
        var (otherSurvey, otherMessages) = Read(bytes, block);

        Assert.That(otherMessages, Is.EqualTo(messages), file);
        Assert.That(otherSurvey with { Senders = survey.Senders }, Is.EqualTo(survey), file);
        Assert.That(Told(otherSurvey), Is.EqualTo(Told(survey)), file);
    }

    private static (ChatSurvey Survey, List<ChatMessage> Messages) Read(byte[] bytes, int block)
    {
        var content = new BytesContent(bytes);
        var survey = Surveyor.Survey(content.Open, null, block: block);
        return (survey, [.. ChatReader.Read("chat.txt", content.Open, survey, block)]);
    }

    private static IEnumerable<string> Told(ChatSurvey survey) =>
        survey.Senders.Select(sender => sender.Key + string.Concat(sender.Value.Select(line => $"|{line.At:O} {line.Line}")));
}
