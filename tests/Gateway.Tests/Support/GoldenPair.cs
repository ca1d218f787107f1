using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Support;

/// <summary>An input and what was agreed to come out of it, in <c>*.expected.json</c> beside it. A difference leaves <c>*.actual.json</c>.</summary>
internal static class GoldenPair
{
    /// <summary>What was agreed; null when nothing was.</summary>
    public static JsonNode? Agreed(string input) => File.Exists(input + ".expected.json") ? JsonNode.Parse(File.ReadAllText(input + ".expected.json")) : null;

    /// <summary>True when it came out as agreed.</summary>
    public static bool Holds(string input, JsonNode actual)
    {
        if (JsonNode.DeepEquals(Agreed(input), actual)) return true;
        File.WriteAllText(input + ".actual.json", actual.ToJsonString(ContractJson.Indented) + "\n");
        return false;
    }

    /// <summary>An item as <c>inspect</c> shows it, without the file.</summary>
    public static JsonObject Shown(Translation item) => new()
    {
        ["item"] = item.Item,
        ["sourceKey"] = ContentDigest.OfParts(item.KeyParts),
        ["outcome"] = JsonSerializer.SerializeToNode(item.Outcome, ContractJson.Options),
        ["reasons"] = JsonSerializer.SerializeToNode(item.Reasons, ContractJson.Options),
        ["complaints"] = JsonSerializer.SerializeToNode(item.Complaints, ContractJson.Options),
        ["reporter"] = JsonSerializer.SerializeToNode(item.Reporter, ContractJson.Options),
    };
}
