using System.Globalization;
using System.Text.Json.Nodes;

namespace Gateway.Tests.Support;

/// <summary>What journeys ask of a running gateway, by its own command line and its own metrics.</summary>
internal static class GatewayQuestions
{
    private static readonly HttpClient Http = new();

    /// <summary><c>complaints show --json</c>.</summary>
    public static async Task<JsonObject> ShowAsync(this GatewayProcess gateway, string number)
    {
        var answer = await gateway.RunAsync("complaints", "show", number, "--json");
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        return JsonNode.Parse(answer.Output)!.AsObject();
    }

    /// <summary>Who made each attempt on a complaint: <c>relay</c> or <c>sweeper</c>.</summary>
    public static async Task<IReadOnlyList<string>> ForwardersAsync(this GatewayProcess gateway, string number) =>
        [.. (await gateway.ShowAsync(number))["attemptLog"]!.AsArray().Select(attempt => ((string)attempt!["actor"]!).Split(',')[0])];

    /// <summary>The line of <c>destination list --json</c> about one destination.</summary>
    public static async Task<JsonObject> DestinationAsync(this GatewayProcess gateway, string key = "default")
    {
        var answer = await gateway.RunAsync("destination", "list", "--json");
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        return answer.Lines().Single(line => (string?)line["key"] == key);
    }

    /// <summary>Waits until a destination is paused.</summary>
    /// <returns>The code and the words of the reason, as <c>destination list</c> gives them.</returns>
    public static async Task<(string Code, string Text)> PausedAsync(this GatewayProcess gateway, string key = "default")
    {
        JsonObject line = [];
        await Eventually.HoldsAsync(
            async () => (string?)(line = await gateway.DestinationAsync(key))["state"] == "paused", $"destination '{key}' is paused", TimeSpan.FromSeconds(90));
        var reason = line["reasons"]!.AsArray().Single()!;
        return ((string)reason["code"]!, (string)reason["text"]!);
    }

    /// <summary>A person opens a destination.</summary>
    public static async Task OpenDestinationAsync(this GatewayProcess gateway, string key = "default")
    {
        var answer = await gateway.RunAsync("destination", "open", key, "--reason", "sudah diperiksa");
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
    }

    /// <summary>How many raw items of a channel had an outcome, by <c>/metrics</c>.</summary>
    public static async Task<long> ItemsAsync(this GatewayProcess gateway, string channel, string outcome)
    {
        var start = $"gateway_items_total{{channel=\"{channel}\",outcome=\"{outcome}\"}} ";
        var text = await Http.GetStringAsync(new Uri(gateway.Address, "/metrics"));
        return text.Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal)).Sum(line => long.Parse(line.AsSpan(start.Length), CultureInfo.InvariantCulture));
    }
}
