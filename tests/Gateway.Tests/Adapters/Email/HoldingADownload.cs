using Gateway.Adapters.Email.Mailbox;

namespace Gateway.Tests.Adapters.Email;

internal sealed class HoldingADownload
{
    private string folder = "";

    [SetUp]
    public void Open() => folder = Directory.CreateTempSubdirectory("gateway-incoming-").FullName;

    [TearDown]
    public void Close() => Directory.Delete(folder, recursive: true);

    [Test]
    public void HasNoNameAndStillOpensAsOftenAsAsked()
    {
        using var file = MailDownload.Nameless(Path.Combine(folder, "satu.eml"));
        file.Write("Lampu jalan mati"u8);
        file.Flush();
        var content = new HandleContent(file.SafeFileHandle);

        if (!OperatingSystem.IsWindows()) Assert.That(Directory.GetFiles(folder), Is.Empty);
        Assert.That(content.Length, Is.EqualTo(16));
        for (var time = 0; time < 2; time++)
        {
            using var text = new StreamReader(content.Open());
            Assert.That(text.ReadToEnd(), Is.EqualTo("Lampu jalan mati"));
        }

        using var middle = content.Open();
        middle.Seek(-4, SeekOrigin.End);
        Assert.That(middle.ReadByte(), Is.EqualTo('m'));
    }

    [Test]
    public void SweepsWhatACrashLeft()
    {
        File.WriteAllText(Path.Combine(folder, "dishub-1-2.eml"), "Lampu jalan mati");

        MailDownload.Sweep(folder);
        MailDownload.Sweep(Path.Combine(folder, "none"));

        Assert.That(Directory.GetFiles(folder), Is.Empty);
    }
}
