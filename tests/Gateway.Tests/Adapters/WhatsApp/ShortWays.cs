using CsCheck;
using Gateway.Adapters.WhatsApp.Parsing;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>The short ways of the parser may give up, but what they say is what the long way says.</summary>
internal sealed class ShortWays
{
    private static readonly Gen<string> HeaderLike = Concatenated(
        3, 24, "0", "1", "2", "5", "12", "26", "99", "2024", "24", "/", ".", "-", ":", ",", " ", " - ", "[", "] ", "]", "AM", "\u200E", "\u202F", "Budi: x",
        "01/06/24 19.42 - ", "[1/6/2024, 9:05:59] ", "31.12.24 0.00 - ");

    private static readonly Gen<string> TextLike = Concatenated(
        1, 8, " ", "\n", "Budi", "Anda", "You", "lampu mati", "Pesan ini telah dihapus", "This message was deleted", "<Pesan ini telah diedit>", "<Media tidak disertakan>",
        "IMG-20260601-WA0001.jpg", "(file terlampir)", "gambar tidak disertakan", "image omitted", "\u200E", "null", "Menunggu pesan ini.", " membuat grup \"RT\"",
        " mengubah deskripsi menjadi", " mengubah nomor telepon", " telah bergabung menggunakan tautan undangan", " changed the subject", " keluar", " added Siti",
        "Panggilan suara", " tak terjawab", "Missed voice call", "Pesan ke grup ini", "Kode keamanan Anda dengan", "disappearing messages", " turned on", "a contact", " is",
        "<Multimedia omitido>", "surat.pdf • 2 halaman", " dokumen tidak disertakan", " menjadi admin", " kini", ".");

    [Test]
    public void APlainHeaderIsTheHeaderTheScannerReads() =>
        HeaderLike.Sample(
            line =>
            {
                if (PlainHeader.TryRead(line, out var plain)) Assert.That((HeaderScanner.TryReadAny(line, out var any), any), Is.EqualTo((true, plain)), line);
            },
            iter: 50_000);

    [Test]
    public void AnOrdinaryTextBearsNoMarkAndIsNoLineOfWhatsApp() =>
        TextLike.Sample(
            text =>
            {
                if (!OrdinaryText.Is(text, "Budi")) return;
                Assert.That(SystemLines.IsSystem(text + "\u200E", "Budi"), Is.False, text);
                Assert.That(MediaMarker.Find(text, marksAreGone: true) ?? MediaMarker.Find(text, marksAreGone: false), Is.Null, text);
                Assert.That((TextMarks.WithoutEdit(text), Invisible.Clean(text), TextMarks.IsDeleted(text)), Is.EqualTo((text, text, false)));
            },
            iter: 50_000);

    // A mark at the end leads IsSystem past its own short way.
    [Test]
    public void WhatMayBeNoSystemLineIsNone() =>
        TextLike.Sample(
            text =>
            {
                if (Invisible.IsClean(text) && !SystemLines.MayBe(text, "Budi")) Assert.That(SystemLines.IsSystem(text + "\u200E", "Budi"), Is.False, text);
            },
            iter: 50_000);

    private static Gen<string> Concatenated(int least, int most, params string[] pieces) => Gen.Int[0, pieces.Length - 1].Array[least, most].Select(chosen => string.Concat(chosen.Select(i => pieces[i])));
}
