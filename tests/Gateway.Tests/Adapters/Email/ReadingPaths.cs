using Gateway.Adapters.Email;

namespace Gateway.Tests.Adapters.Email;

internal sealed class ReadingPaths
{
    private string folder = "";

    [SetUp]
    public void Open() => folder = Directory.CreateTempSubdirectory("gateway-paths-").FullName;

    [TearDown]
    public void Close() => Directory.Delete(folder, recursive: true);

    [Test]
    public void ReadsFilesAndMaildirsInOrdinalOrderWithoutBookkeeping()
    {
        string[] files =
        [
            "b.eml", "B.eml", "catatan.txt", ".sembunyi", "kotak/cur/2:2,S", "kotak/new/1", "kotak/tmp/3", "kotak/dovecot-uidlist", "kotak/dovecot.index.log",
            "kotak/maildirsize", "kotak/subscriptions", "kotak/.Sent/cur/9", "tmp/bukan-maildir.eml",
        ];
        foreach (var file in files) Write(file);

        var read = new EmailAdapter().Read(folder).Select(item => Path.GetRelativePath(folder, item.File));

        Assert.That(read, Is.EqualTo(new[] { "B.eml", "b.eml", "catatan.txt", "kotak/cur/2:2,S", "kotak/new/1", "tmp/bukan-maildir.eml" }));
    }

    [Test]
    public void NamesFilesAsThePathWasGiven()
    {
        Write("a.eml");
        var given = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        Assert.That(new EmailAdapter().Read(given).Single().File, Is.EqualTo(Path.Combine(given, "a.eml")));
        Assert.That(new EmailAdapter().Read(Path.Combine(given, "a.eml")).Single().File, Is.EqualTo(Path.Combine(given, "a.eml")));
    }

    [Test]
    public void TakesTheDateOfTheMailAsReceivedSinceAFileTellsNoOther()
    {
        Write("a.eml");
        Assert.That(new EmailAdapter().Read(folder).Single().Received, Is.EqualTo(new DateTimeOffset(2026, 6, 15, 19, 42, 11, TimeSpan.FromHours(8))));
    }

    [Test]
    public void SaysThatAPathIsNotThere() =>
        Assert.That(() => new EmailAdapter().Read(Path.Combine(folder, "tidak-ada")), Throws.InstanceOf<IOException>());

    private void Write(string file)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Letters.Mail());
    }
}
