using Gateway.Tests.Adapters.Email;

namespace Gateway.Tests.Bugs;

/// <summary>
/// Of lines longer than 300 signs nothing was looked at, and nothing looked like the drawn line above a signature: the last paragraph of a
/// mail was cut off when a program had written it as one line, which web mail does.
/// </summary>
internal sealed class ALongLastParagraphIsNoDrawnLine
{
    private static readonly string Paragraph = string.Join(' ', Enumerable.Repeat("Lampu jalan di Jl. Kartini mati sejak tiga hari yang lalu.", 6));

    [TestCase("")]
    [TestCase("- ")]
    public void ItStaysInTheComplaint(string before)
    {
        var complaint = Letters.Only(Letters.Translate(Letters.Mail("Selamat pagi.\r\n\r\n" + before + Paragraph)));
        Assert.That(complaint.Isi, Is.EqualTo("Selamat pagi.\n\n" + before + Paragraph));
    }
}
