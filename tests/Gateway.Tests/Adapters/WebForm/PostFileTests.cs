using System.Text;
using Gateway.Adapters.WebForm;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WebForm;

public sealed class PostFileTests
{
    private string _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("posts").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(_folder, recursive: true);

    [TestCase("\n")]
    [TestCase("\r\n")]
    public void HeaderLinesAreTheHeadersOfThePost(string end)
    {
        var raw = Read($"content-type: application/json{end}Idempotency-Key: k-1{end}X-Other: y{end}{end}{{\"isi\":\"a\"}}");

        Assert.That(raw.MediaType, Is.EqualTo("application/json"));
        Assert.That(raw.Evidence["idempotency-key"], Is.EqualTo("k-1"));
        Assert.That(Posts.Complaint(raw).Isi, Is.EqualTo("a"));
    }

    [TestCase("{\"isi\":\"a\"}")]
    [TestCase("isi=a")]
    [TestCase("isi=a: b\n\nc")]
    [TestCase("\n\nisi=a")]
    [TestCase("--q7\r\nContent-Disposition: form-data; name=\"isi\"\r\n\r\na\r\n--q7--\r\n")]
    [TestCase("--q7\nContent-Disposition: form-data; name=\"isi\"\n\na\n--q7\nContent-Disposition: form-data; name=\"nama\"\n\n\n--q7--")]
    public void ABareBodyIsGuessed(string body) => Assert.That(Posts.Complaint(Read(body)).Isi, Does.StartWith("a"));

    [Test]
    public void AFolderIsReadToItsDepthInOrdinalOrder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "b"));
        foreach (var name in new[] { "c.post", "b/x.post", "A.post" }) File.WriteAllText(Path.Combine(_folder, name), "isi=a");

        var names = new WebFormAdapter().Read(_folder).Select(raw => Path.GetRelativePath(_folder, raw.File));

        Assert.That(names, Is.EqualTo(new[] { "A.post", "b/x.post", "c.post" }));
    }

    [Test]
    public void APathThatIsNotThereCannotBeOpened() =>
        Assert.That(() => new WebFormAdapter().Read(Path.Combine(_folder, "none")).ToList(), Throws.InstanceOf<IOException>());

    private RawItem Read(string text)
    {
        var path = Path.Combine(_folder, "a.post");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        return new WebFormAdapter().Read(path).Single();
    }
}
