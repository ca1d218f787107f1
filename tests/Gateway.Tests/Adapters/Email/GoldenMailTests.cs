using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Adapters.Email;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

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
        var actual = new JsonArray([.. adapter.Translator.Translate(raw, Letters.Channel).Select(Shown)]);
        var expected = file + ".expected.json";
        var agreed = File.Exists(expected) ? JsonNode.Parse(File.ReadAllText(expected)) : null;
        if (JsonNode.DeepEquals(agreed, actual)) return true;
        File.WriteAllText(file + ".actual.json", actual.ToJsonString(ContractJson.Indented) + "\n");
        return false;
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
