using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Server.Composition;
using Gateway.Server.Words;
using Gateway.Tests.Architecture;

namespace Gateway.Tests.Server;

/// <summary>The deploy files start what they say: the parts, a durable broker, and no root.</summary>
[SupportedOSPlatform("linux")]
internal sealed class DeployTests
{
    private const string Compose = "deploy/compose.yml";
    private const string Image = "deploy/Dockerfile";
    private const string Registry = "deploy/registry.example.yaml";

    [Test]
    public void ComposeStartsTheGatewayTheBrokerAndTheSimulator() =>
        Assert.That(Services(Repository.Text(Compose)).Select(service => service.Key), Is.SupersetOf(new[] { "gateway", "rabbitmq", "simulator" }));

    [Test]
    public void ComposeUsesRabbitMq() =>
        Assert.That(Setting(Services(Repository.Text(Compose))["gateway"], "Gateway__Messaging__Transport"), Is.EqualTo("RabbitMq"));

    [Test]
    public void ComposePinsNoImageToLatest() => Assert.That(Repository.Text(Compose), Does.Not.Contain(":latest"));

    [Test]
    public void TheImageDoesNotRunAsRoot() => Assert.That(Faults(Repository.Text(Image)), Is.Empty);

    [Test]
    public void TheExampleRegistryIsRight()
    {
        Assert.That(Repository.Text(Registry), Is.Not.Empty, Registry);
        Assert.That(RegistryFile.Parse(Repository.Text(Registry), Repository.FullPath("deploy"), WordList.In("en")).Faults, Is.Empty);
    }

    [TestCase("FROM a\nENTRYPOINT [\"gateway\"]", "USER")]
    [TestCase("FROM a\nUSER root\nENTRYPOINT [\"gateway\"]", "USER")]
    [TestCase("FROM a\nUSER 0\nENTRYPOINT [\"gateway\"]", "USER")]
    [TestCase("FROM a\nUSER gateway\nFROM b\nENTRYPOINT [\"gateway\"]", "USER")]
    [TestCase("FROM a\nUSER gateway", "ENTRYPOINT")]
    [TestCase("", "FROM")]
    public void CanaryReportsAnImageThatIsNotFit(string image, string fault) => Assert.That(Faults(image), Has.Some.Contains(fault));

    [Test]
    public void CanaryReadsBothFormsOfAnEnvironment()
    {
        var list = Services("services: {gateway: {environment: [\"Gateway__Messaging__Transport=InMemory\"]}}")["gateway"];
        var map = Services("services: {gateway: {environment: {Gateway__Messaging__Transport: InMemory}}}")["gateway"];

        Assert.That(new[] { Setting(list, "Gateway__Messaging__Transport"), Setting(map, "Gateway__Messaging__Transport") }, Is.All.EqualTo("InMemory"));
        Assert.That(Setting(map, "Gateway__Other"), Is.Null);
    }

    private static JsonObject Services(string yaml) => YamlJson.Parse(yaml)?["services"] as JsonObject ?? throw new AssertionException($"{Compose} has no services.");

    private static string? Setting(JsonNode? service, string name) => service?["environment"] switch
    {
        JsonObject map => map[name]?.ToString(),
        JsonArray list => list.Select(line => line!.ToString().Split('=', 2)).FirstOrDefault(pair => pair[0] == name)?[1],
        _ => null,
    };

    // Only the last stage runs.
    private static IEnumerable<string> Faults(string image)
    {
        var lines = image.Split('\n').Select(line => line.Trim()).ToList();
        var start = lines.FindLastIndex(line => line.StartsWith("FROM ", StringComparison.Ordinal));
        if (start < 0) return [$"{Image} has no FROM."];
        var stage = lines[start..];
        var faults = new List<string>();
        var user = stage.LastOrDefault(line => line.StartsWith("USER ", StringComparison.Ordinal));
        if (user is null || Regex.IsMatch(user, @"^USER\s+(root|0)\b")) faults.Add($"The last stage of {Image} names no USER but root.");
        if (!stage.Any(line => line.StartsWith("ENTRYPOINT ", StringComparison.Ordinal))) faults.Add($"The last stage of {Image} has no ENTRYPOINT.");
        return faults;
    }
}
