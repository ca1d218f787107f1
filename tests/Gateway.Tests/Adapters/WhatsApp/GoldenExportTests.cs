using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

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
            ["items"] = new JsonArray([.. adapter.Translator.Translate(raw, channel).Select(Shown)]),
        };

        var expected = path + ".expected.json";
        var agreed = File.Exists(expected) ? JsonNode.Parse(File.ReadAllText(expected)) : null;
        if (!JsonNode.DeepEquals(agreed, actual)) File.WriteAllText(path + ".actual.json", actual.ToJsonString(ContractJson.Indented) + "\n");

        Assert.That(actual.ToJsonString(ContractJson.Indented), Is.EqualTo(agreed?.ToJsonString(ContractJson.Indented)));
    }

    private static JsonObject Shown(Translation item) => new()
    {
        ["item"] = item.Item,
        ["sourceKey"] = ContentDigest.OfParts(item.KeyParts),
        ["outcome"] = JsonSerializer.SerializeToNode(item.Outcome, ContractJson.Options),
        ["reasons"] = JsonSerializer.SerializeToNode(item.Reasons, ContractJson.Options),
        ["complaints"] = JsonSerializer.SerializeToNode(item.Complaints, ContractJson.Options),
        ["reporter"] = JsonSerializer.SerializeToNode(item.Reporter, ContractJson.Options),
    };
}
