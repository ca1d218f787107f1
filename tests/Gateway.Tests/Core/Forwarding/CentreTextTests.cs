using Gateway.Core.Forwarding;

namespace Gateway.Tests.Core.Forwarding;

/// <summary>Whether a text at the centre is one of ours.</summary>
internal sealed class CentreTextTests
{
    [TestCase("Lampu jalan di Jalan A mati. No. pelacakan: X", "Lampu jalan di Jalan A mati.", true)]
    [TestCase("<p>Lampu jalan di Jalan&nbsp;A mati.</p>", "Lampu jalan di Jalan A mati.", true)]
    [TestCase("Lampu jalan di Jalan ... selengkapnya", "Lampu jalan di Jalan A mati.", true)]
    [TestCase("Banjir < 1 m di Jalan A sejak > 2 jam lalu", "Banjir < 1 m di Jalan A sejak > 2 jam lalu", true)]
    [TestCase("Dari: Budi di Jalan A", "Dari: Budi <[disamarkan]> di Jalan A", true)]
    [TestCase("No. pelacakan: X", "😡😡", true)]
    [TestCase("Jalan B berlubang. No. pelacakan: X", "Lampu jalan di Jalan A mati.", false)]
    [TestCase("No. pelacakan: X", "Lampu jalan di Jalan A mati.", false)]
    public void OursIsKnownByItsBeginning(string text, string words, bool isOurs) => Assert.That(CentreText.Holds(text, words), Is.EqualTo(isOurs));
}
