using Gateway.Adapters.WhatsApp;

namespace Gateway.Tests.Adapters.WhatsApp;

internal sealed class ReadTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("gateway-wa").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void FindsExportsUnderAFolderInOrdinalOrderWithoutHiddenFiles()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "b"));
        foreach (var name in new[] { "c.txt", "b/a.zip", "a.TXT", ".hidden.txt", "foto.jpg" }) File.WriteAllText(Path.Combine(_folder, name), "x");

        var found = new WhatsAppAdapter().Read(_folder).Select(raw => Path.GetRelativePath(_folder, raw.File));

        Assert.That(found, Is.EqualTo(new[] { "a.TXT", "b/a.zip", "c.txt" }));
    }

    [Test]
    public void TakesAFileByItsOwnPathWhateverItsName()
    {
        var path = Path.Combine(_folder, "chat.export");
        File.WriteAllText(path, "x");

        Assert.That(new WhatsAppAdapter().Read(path).Single().File, Is.EqualTo(path));
    }

    [Test]
    public void ThrowsForAPathThatIsNotThere() =>
        Assert.That(() => new WhatsAppAdapter().Read(Path.Combine(_folder, "tidak-ada.txt")), Throws.InstanceOf<IOException>());
}
