using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gateway.Tests.Simulator;

/// <summary>
/// The schemas of the contract file as JSON Schema (which OpenAPI 3.1 schemas are), to hold real bodies to. The x- marks are for
/// readers.
/// </summary>
internal static class ContractSchemas
{
    /// <summary>True when the body is what the named schema of the contract describes.</summary>
    public static bool Describes(YamlMappingNode schemas, string name, JsonNode body)
    {
        var root = new JsonObject { ["$defs"] = Convert(schemas), ["$ref"] = $"#/$defs/{name}" };
        var text = root.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var schema = JsonSchema.Build(
            JsonSerializer.Deserialize<JsonElement>(text), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        return schema.Evaluate(JsonSerializer.SerializeToElement(body)).IsValid;
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children
            .Where(pair => !pair.Key.ToString().StartsWith("x-", StringComparison.Ordinal))
            .Select(pair => KeyValuePair.Create(pair.Key.ToString(), Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } plain
            when long.TryParse(plain.Value, CultureInfo.InvariantCulture, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };
}
