using System.Diagnostics;
using System.Text.Json.Nodes;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>The first command of the README, as a newcomer types it.</summary>
[Category("Journey")]
internal sealed class DemoTests
{
    [Test]
    public async Task TheDemoShowsEverySampleWithItsOutcomeAndRunAgainAddsNothing()
    {
        var data = Directory.CreateTempSubdirectory("gateway-demo-").FullName;
        try
        {
            var first = await RunAsync("demo", "--once", "--json", "--data", data);
            var second = await RunAsync("demo", "--once", "--json", "--data", data);

            var items = first[..^1];
            var samples = Directory.GetFiles(Path.Combine(GatewayProcess.Root, "docs", "samples"), "*", SearchOption.AllDirectories).Select(Path.GetFileName);
            Assert.That(items.Select(item => (string?)item["file"]).Distinct(), Is.SupersetOf(samples));
            Assert.That(items.Select(item => (string?)item["channel"]).Distinct().Count(), Is.EqualTo(4));
            Assert.That(items.Where(item => (string?)item["outcome"] != "complaint").All(item => item["reasons"]!.AsArray().Count > 0), Is.True, "each other outcome has a reason");
            Assert.That(Unworded(items), Is.Empty, "reasons without words");
            var delivered = items.Where(item => (string?)item["outcome"] == "complaint").SelectMany(item => item["states"]!.AsArray()).Count(state => (string?)state == "delivered");
            Assert.That((int)first[^1]["simulator"]!["complaints"]!, Is.EqualTo(delivered).And.GreaterThan(20));
            Assert.That((int)first[^1]["simulator"]!["doubled"]!, Is.Zero);
            Assert.That(second[..^1].Select(item => (string?)item["outcome"]).Distinct(), Is.EqualTo(new[] { "repeat" }));
            Assert.That(second[^1]["simulator"]!.ToJsonString(), Is.EqualTo(first[^1]["simulator"]!.ToJsonString()));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Test]
    public async Task HelpComesFromAnyFolderAndNamesTheVerbs()
    {
        using var process = Start("--help");
        var help = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(help, Does.Contain("demo").And.Contain("serve").And.Contain("quarantine"));
    }

    private static IEnumerable<string?> Unworded(IEnumerable<JsonObject> items) => items
        .SelectMany(item => item["reasons"]!.AsArray())
        .Where(reason => ((string?)reason!["text"])!.StartsWith((string)reason["code"]!, StringComparison.Ordinal))
        .Select(reason => (string?)reason!["code"]);

    private static async Task<List<JsonObject>> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, await error + output);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Path.Combine(GatewayProcess.Root, "gateway"), arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    })!;
}
