using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Core.Ledger;
using Gateway.Server.Composition;
using Gateway.Server.Words;
using Gateway.Simulator;
using Spectre.Console;

namespace Gateway.Server.Commands;

/// <summary>
/// <c>gateway demo</c>: everything embedded - ledger, message channel, simulator of the centre - on the samples of all four channels, and
/// what became of each and why.
/// </summary>
internal static class DemoCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly string[] Kinds = ["webform", "email", "whatsapp", "register"];

    public static Command Build(CommandContext context, GlobalOptions options)
    {
        var once = new Option<bool>("--once") { Description = "Selesai sendiri / Ends by itself" };
        var command = Verb.Of("demo", "Contoh lengkap dengan tiruan pusat / Everything embedded, with a stand-in for the centre", once, options.Json);
        command.SetAction(async (given, ct) =>
        {
            var home = SettingsSource.Home(context.Cwd);
            var settings = options.Settings(given, context);
            var isOwn = given.GetValue(options.Data) is null && Environment.GetEnvironmentVariable("Gateway__DataDirectory") is null;
            if (isOwn) settings.DataDirectory = Path.Combine(home, ".gateway", "demo");
            settings.Registry = null;
            settings.Http.Urls = "http://127.0.0.1:0";
            settings.Messaging.Transport = "InMemory";
            var words = WordList.In(settings.Language, given.GetValue(options.Data) ?? (isOwn ? Path.GetRelativePath(context.Cwd, settings.DataDirectory) : null));
            using var logs = LoggerFactory.Create(_ => { });
            await using var house = await House.OpenAsync(settings, new SuspendAwareTime(), logs, ct);
            await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions { BookPath = Path.Combine(settings.DataDirectory, "simulator.jsonl") }, ct);
            await house.Registry.ApplyAsync(DemoRegistry.For(simulator.BaseUri, house.Registry.Current), "demo", ct);
            await using var running = await RunningGateway.StartAsync(house, intake: true, forward: true, ct);
            var json = given.GetValue(options.Json);
            if (!json) context.Out.WriteLine(words["demo.begin", simulator.BaseUri, settings.DataDirectory]);
            var lines = await ImportAsync(house, Path.Combine(home, "docs", "samples"), context, words, ct);
            var rested = await RestAsync(house, ct);
            await ShowAsync(house, simulator, lines, json, context, words, ct);
            if (!rested)
            {
                context.Error.WriteLine(words["demo.not-done", Longest.TotalMinutes]);
                return 1;
            }

            if (given.GetValue(once)) return 0;
            context.Out.WriteLine(words["demo.stay", running.Urls.First(), simulator.BaseUri]);
            await context.Out.FlushAsync(CancellationToken.None);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            }
            catch (OperationCanceledException)
            {
                context.Out.WriteLine(words["serve.stopping"]);
            }

            return 0;
        });
        return command;
    }

    private static async Task<List<DemoLine>> ImportAsync(House house, string samples, CommandContext context, WordList words, CancellationToken ct)
    {
        var lines = new List<DemoLine>();
        foreach (var kind in Kinds)
        {
            var folder = Path.Combine(samples, kind);
            var sums = new ImportSums("demo-" + kind);
            await ImportCommand.TakeAsync(
                ChannelAdapters.ByKind[kind], house, sums, [folder], "demo",
                (raw, item) => lines.Add(new DemoLine(sums.Channel, Path.GetFileName(raw.File), item)), context with { Interactive = false }, words, ct);
        }

        return lines;
    }

    /// <summary>True once nothing is due or under way any more.</summary>
    private static async Task<bool> RestAsync(House house, CancellationToken ct)
    {
        var begun = house.Time.GetTimestamp();
        while (house.Time.GetElapsedTime(begun) < Longest)
        {
            var moving = await house.Ledger.ListAsync(
                new ComplaintQuery { States = [ComplaintState.Recorded, ComplaintState.Queued, ComplaintState.Forwarding, ComplaintState.Retrying], Limit = 1 }, ct);
            if (moving.Count == 0) return true;
            await Task.Delay(TimeSpan.FromMilliseconds(50), house.Time, ct);
        }

        return false;
    }

    private static async Task ShowAsync(
        House house, CentralSimulator simulator, List<DemoLine> lines, bool json, CommandContext context, WordList words, CancellationToken ct)
    {
        var sums = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in new[] { "demo.file", "demo.item", "demo.outcome", "demo.why" }) table.AddColumn(words[column]);
        foreach (var line in lines)
        {
            var rows = new List<ComplaintRow>();
            foreach (var number in line.Item.Numbers)
            {
                if (await house.Ledger.FindAsync(number, ct) is { } row) rows.Add(row);
            }

            var outcome = Wire.Name(line.Item.Outcome);
            sums[outcome] = sums.GetValueOrDefault(outcome) + 1;
            if (json) context.Out.WriteLine(Wire.Line(line.ToJson(rows, words)));
            else table.AddRow([.. line.Cells(rows, words).Select(cell => (Spectre.Console.Rendering.IRenderable)new Text(cell))]);
        }

        if (json)
        {
            context.Out.WriteLine(Wire.Line(new JsonObject
            {
                ["sums"] = new JsonObject(sums.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
                ["simulator"] = new JsonObject { ["complaints"] = simulator.Complaints, ["doubled"] = simulator.Doubled },
            }));
            return;
        }

        var ansi = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Out) });
        ansi.Profile.Width = Math.Max(ansi.Profile.Width, 140);
        ansi.Write(table);
        context.Out.WriteLine(string.Join(", ", sums.Select(pair => $"{words["outcome." + pair.Key]}: {pair.Value}")));
        context.Out.WriteLine(words["demo.simulator", simulator.Complaints, simulator.Doubled]);
    }
}
