namespace Gateway.Tests.Architecture;

/// <summary>The compiler refuses what the house bans; these lists must not grow thin.</summary>
internal sealed class BannedSymbolTests
{
    private const string Everywhere = "BannedSymbols.txt";
    private const string InCore = "src/Gateway.Core/BannedSymbols.txt";

    private static readonly string[] Clocks = ["System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow"];

    private static readonly string[] Engines =
    [
        "System.Threading.Tasks.Task.Run", "System.Threading.Tasks.Task.Delay(System.Int32)", "System.Threading.Tasks.Task.Delay(System.TimeSpan)", "T:System.Threading.Thread;",
        "T:System.Threading.Timer;", "System.Threading.Tasks.Parallel", "System.Threading.SemaphoreSlim.WaitAsync", "System.Threading.Channels.Channel",
        "RunContinuationsAsynchronously", "System.Threading.CancellationTokenSource.CancelAfter", "System.Guid.NewGuid", "System.Random.Shared", "System.Diagnostics.Stopwatch", "T:System.IO.File;",
    ];

    [Test]
    public void TheClockIsBannedEverywhere()
    {
        Assert.That(Missing(Repository.Text(Everywhere), Clocks), Is.Empty);
        Assert.That(Repository.Text("Directory.Build.props"), Does.Contain("BannedApiAnalyzers").And.Contain($"AdditionalFiles Include=\"$(MSBuildThisFileDirectory){Everywhere}\""));
    }

    [Test]
    public void CoreBansIoThreadsTimersAndChance()
    {
        Assert.That(Missing(Repository.Text(InCore), Engines), Is.Empty);
        Assert.That(Repository.Text("src/Gateway.Core/Gateway.Core.csproj"), Does.Contain("<AdditionalFiles Include=\"BannedSymbols.txt\" />"));
    }

    [Test]
    public void BreakingABanFailsTheBuild() => Assert.That(Repository.Text(".editorconfig"), Does.Contain("dotnet_diagnostic.RS0030.severity = error"));

    [Test]
    public void NobodySilencesTheBanInCode() => Assert.That(Repository.Shipped.SelectMany(Silenced), Is.Empty);

    [Test]
    public void CanaryReportsAListThatGrewThin()
    {
        Assert.That(Missing("P:System.DateTime.Now;Use TimeProvider", Clocks), Has.Length.EqualTo(Clocks.Length - 1));
        Assert.That(Missing("", Engines), Has.Length.EqualTo(Engines.Length));
    }

    [Test]
    public void CanaryReportsASilencedBan() =>
        Assert.That(Silenced(Canary.Source("src/Gateway.Core/A.cs", "#pragma warning disable RS0030")), Has.Exactly(1).Items);

    private static string[] Missing(string list, string[] symbols) => [.. symbols.Where(symbol => !list.Contains(symbol, StringComparison.Ordinal))];

    private static IEnumerable<string> Silenced(SourceFile file) =>
        file.Path.StartsWith("src/Gateway.Core/", StringComparison.Ordinal) && file.Text.Contains("RS0030", StringComparison.Ordinal) ? [file.Path] : [];
}
