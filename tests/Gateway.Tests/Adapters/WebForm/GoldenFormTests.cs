using System.Text.Json.Nodes;
using Gateway.Adapters.WebForm;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.WebForm;

/// <summary>Whole posts against what was agreed to come out of them; <c>*.channel.json</c> beside a post holds the settings of its channel.</summary>
internal sealed class GoldenFormTests
{
    private static string Folder => Path.Combine(TestContext.CurrentContext.TestDirectory, "Golden", "WebForm");

    [Test]
    public void EachOfAtLeastTwentyFivePostsBecomesWhatWasAgreed()
    {
        var files = Directory.GetFiles(Folder, "*.post").Order(StringComparer.Ordinal).ToList();
        Assert.That(files, Has.Count.GreaterThanOrEqualTo(25));
        Assert.That(files.Where(file => !IsAsAgreed(file)).Select(Path.GetFileName).ToList(), Is.Empty);
    }

    private static bool IsAsAgreed(string file)
    {
        var settings = file + ".channel.json";
        var channel = Posts.Channel(File.Exists(settings) ? File.ReadAllText(settings) : "{}");
        Assert.That(new WebFormAdapter().Check(channel), Is.Empty, file);
        var raw = new WebFormAdapter().Read(file).Single() with { File = Path.GetFileName(file), Received = Posts.Received };
        return GoldenPair.Holds(file, new JsonArray([.. new WebFormAdapter().Translator.Translate(raw, channel).Select(GoldenPair.Shown)]));
    }
}
