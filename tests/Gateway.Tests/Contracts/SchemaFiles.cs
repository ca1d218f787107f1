using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Serialization;

namespace Gateway.Tests.Contracts;

/// <summary>The files under <c>contracts/schema</c>, as JSON.</summary>
internal static class SchemaFiles
{
    public static JsonObject Complaint() => JsonNode.Parse(File.ReadAllText(PathOf("complaint.v1.schema.json")))!.AsObject();

    public static JsonObject AsyncApi()
    {
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(File.ReadAllText(PathOf("asyncapi.yaml")));
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(yaml))!.AsObject();
    }

    /// <summary>Whether a value fits the complaint schema.</summary>
    public static bool FitsComplaint(JsonNode value) => Fits(new BuildOptions { SchemaRegistry = new SchemaRegistry() }, Complaint(), value);

    /// <summary>Whether a body fits the envelope of the AsyncAPI file.</summary>
    public static bool FitsEnvelope(JsonNode body)
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        JsonSchema.FromText(Complaint().ToJsonString(), options);
        var schemas = AsyncApi()["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var schema = new JsonObject
        {
            ["$id"] = "https://gateway.example/schema/asyncapi.json",
            ["$ref"] = "#/$defs/envelope",
            ["$defs"] = JsonNode.Parse(schemas),
        };
        return Fits(options, schema, body);
    }

    private static bool Fits(BuildOptions build, JsonObject schema, JsonNode value) =>
        JsonSchema.FromText(schema.ToJsonString(), build)
            .Evaluate(JsonSerializer.SerializeToElement(value), new EvaluationOptions { RequireFormatValidation = true })
            .IsValid;

    private static string PathOf(string name)
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gateway.sln"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("no Gateway.sln above the tests");
        return Path.Combine(folder.FullName, "contracts", "schema", name);
    }
}
