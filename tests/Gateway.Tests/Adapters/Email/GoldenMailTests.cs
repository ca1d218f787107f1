using System.Text.Json.Nodes;
using Gateway.Adapters.Email;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Email;

/// <summary>Whole mails against what was agreed to come out of them. A difference leaves <c>*.actual.json</c> beside the copied input.</summary>
internal sealed class GoldenMailTests
{
    private static string Folder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Golden", "Email");

    [Test]
    public void EachOfAtLeastFiftyMailsBecomesWhatWasAgreed()
    {
        var files = Directory.GetFiles(Folder, "*.eml").Concat(Directory.GetFiles(Folder, "*.mbox")).Order(StringComparer.Ordinal).ToList();
        Assert.That(files, Has.Count.GreaterThanOrEqualTo(50));
        Assert.That(files.Where(file => !IsAsAgreed(file)).Select(Path.GetFileName).ToList(), Is.Empty);
    }

    private static bool IsAsAgreed(string file)
    {
        var adapter = new EmailAdapter();
        var raw = adapter.Read(file).Single() with { File = Path.GetFileName(file) };
        return GoldenPair.Holds(file, new JsonArray([.. adapter.Translator.Translate(raw, Letters.Channel).Select(GoldenPair.Shown)]));
    }
}
