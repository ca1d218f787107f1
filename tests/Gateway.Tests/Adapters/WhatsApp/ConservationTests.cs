using System.Text;
using CsCheck;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>Every physical line belongs to exactly one message, every message to exactly one item, whatever the bytes.</summary>
internal sealed class ConservationTests
{
    private static readonly Gen<string> Line = Gen.Frequency(
        (6, Gen.Select(Gen.Int[1, 31], Gen.Int[1, 12], Gen.Int[0, 59], Gen.OneOf("Budi", "+62 811-0000-0001", "Dishub Kaltim"), Words())
            .Select((day, month, minute, who, words) => $"{day:00}/{month:00}/26 08.{minute:00} - {who}: {words}")),
        (1, Gen.OneOf("26/11/22 23.10 - Budi keluar", "[26/11/22, 23.10.11] Siti: pesan lain", "26/11/26, 10:00 PM - x: y", "", "\r", "﻿", "::")),
        (2, Words()));

    [Test]
    public void EveryPhysicalLineBelongsToExactlyOneMessage() =>
        Line.List[0, 40].Sample(lines => HoldsTheLaw(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    [Test]
    public void RandomBytesNeverThrow() =>
        Gen.Byte.Array[0, 400].Sample(HoldsTheLaw);

    [Test]
    public void RandomCharactersAfterAHeaderNeverThrow() =>
        Gen.String[Gen.Char, 0, 200].Sample(text => HoldsTheLaw(Encoding.UTF8.GetBytes("26/11/22 23.10 - Budi: " + text)));

    [Test]
    public void MutatedExportsNeverThrow()
    {
        var zip = Bytes(Export.Zip(("_chat.txt", "[26/11/22, 23.10.11] Budi: Lampu mati di jalan\r\n"u8.ToArray()), ("a.jpg", new byte[300])));
        var text = "26/11/22 23.10 - Budi: Lampu mati\n26/11/22 23.11 - Siti: <Media tidak disertakan>\n"u8.ToArray();
        foreach (var whole in (byte[][])[zip, text])
        {
            Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Array[1, 4].Sample(changes =>
            {
                var bytes = whole.ToArray();
                foreach (var (at, value, _) in changes) bytes[at] = value;
                HoldsTheLaw(bytes[..changes[0].Item3]);
            });
        }
    }

    private static Gen<string> Words() => Gen.OneOf(
        "lampu jalan mati", "Selamat pagi", "<Media tidak disertakan>", "Pesan ini telah dihapus", "a: b", "IMG-1.jpg (file terlampir)", "null", "👍", " ", "");

    private static void HoldsTheLaw(byte[] bytes)
    {
        var raw = Export.Of(bytes);
        var messages = ChatExport.Messages(raw).ToList();
        var next = 1;
        foreach (var message in messages)
        {
            Assert.That(message.Line, Is.EqualTo(next));
            Assert.That(message.Lines, Is.GreaterThan(0));
            next += message.Lines;
        }

        foreach (var asked in Export.Items(raw))
            Assert.That(asked.Marks.Count > 0 || asked.Outcome == ItemOutcome.Quarantined, "What was not read whole is one quarantined item.");

        var items = Export.Items(raw, """{"officers": ["Dishub Kaltim"], "dateOrder": "dmy"}""");
        Assert.That(items, Is.Not.Empty);
        Assert.That(items.Select(item => item.Item), Is.Unique);
        foreach (var item in items)
        {
            Assert.That(item.Outcome == ItemOutcome.Complaint ? item.Complaints.Single().Isi : "-", Is.Not.Empty);
            Assert.That(item.MarkTexts, Has.Count.EqualTo(item.Marks.Count));
            Assert.That(item.Chat?.Lines.Count ?? 0, Is.EqualTo(item.Marks.Count));
        }

        if (messages.Count == 0) return;
        var marks = items.SelectMany(item => item.Marks).ToList();
        Assert.That(marks, Has.Count.EqualTo(messages.Count));
        if (messages.Count < 60) Assert.That(marks, Is.Unique);
        if (bytes.Length == 0 || bytes[0] == 'P') return;
        var text = Encoding.UTF8.GetString(bytes);
        if (!text.Contains('\0')) Assert.That(next - 1, Is.EqualTo(text.Count(c => c == '\n') + (text.EndsWith('\n') ? 0 : 1)));
    }

    private static byte[] Bytes(RawItem raw) => ((Gateway.Contracts.BytesContent)raw.Content).Memory.ToArray();
}
