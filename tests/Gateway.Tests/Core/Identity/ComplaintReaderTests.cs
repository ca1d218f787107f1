using Gateway.Core.Identity;

namespace Gateway.Tests.Core.Identity;

internal sealed class ComplaintReaderTests
{
    [TestCase("image/jpeg", "lampiran-1.jpg")]
    [TestCase("IMAGE/PNG", "lampiran-1.png")]
    [TestCase("application/x-anything", "lampiran-1.bin")]
    public void AFileIsSentUnderANameWithoutThePerson(string mediaType, string name) =>
        Assert.That(ComplaintReader.SentName(1, mediaType), Is.EqualTo(name));
}
