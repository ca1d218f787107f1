using System.Text.Json.Nodes;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>Whole exports against what was agreed to come out of them. A difference leaves <c>*.actual.json</c> beside the copied input.</summary>
internal sealed class GoldenExportTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden", "WhatsApp");

    private static IEnumerable<string> Exports() =>
        Directory.EnumerateFiles(Folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [Test]
    public void ThereAreEnough() => Assert.That(Exports().Count(), Is.GreaterThanOrEqualTo(25));

    [TestCaseSource(nameof(Exports))]
    public void TranslatesAsAgreed(string name)
    {
        var path = Path.Combine(Folder, name);
        var adapter = new WhatsAppAdapter();
        var raw = adapter.Read(path).Single() with { File = name };
        var channel = Export.Channel("""{"officers": ["Dishub Kaltim"]}""");
        var actual = new JsonObject
        {
            ["messages"] = new JsonArray([.. ChatExport.Messages(raw).Select(message => JsonNode.Parse(message.ToJson()))]),
            ["items"] = new JsonArray([.. adapter.Translator.Translate(raw, channel).Select(GoldenPair.Shown)]),
        };

        Assert.That(GoldenPair.Holds(path, actual), $"{actual.ToJsonString(ContractJson.Indented)}\ninstead of\n{GoldenPair.Agreed(path)?.ToJsonString(ContractJson.Indented)}");
    }
}
