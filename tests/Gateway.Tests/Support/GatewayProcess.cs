using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Gateway.Tests.Support;

/// <summary>
/// The real <c>gateway</c> in a process of its own, with a data folder of its own: started, asked, killed, started again.
/// </summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    // Above the longest verb, an import of 100 MB on a loaded machine.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private static readonly Uri Nowhere = new("http://127.0.0.1:1");

    private readonly Dictionary<string, string> environment = [];
    private readonly StringBuilder log = new();
    private Process? serving;

    /// <param name="registry">The registry it applies at each start.</param>
    /// <param name="data">Its data folder; null for a temporary one.</param>
    public GatewayProcess(string registry, string? data = null)
    {
        Data = data ?? Directory.CreateTempSubdirectory("gateway-journey-").FullName;
        RegistryPath = Path.Combine(Data, "registry.yaml");
        File.WriteAllText(RegistryPath, registry);
        environment["Gateway__DataDirectory"] = Data;
        environment["Gateway__Registry"] = RegistryPath;
        environment["Gateway__Http__Urls"] = "http://127.0.0.1:0";
        environment["GATEWAY_HOME"] = Root;
        environment["GATEWAY_TESTING"] = "1";
        // As the launcher and the container set it.
        environment["DOTNET_GCgen0size"] = "400000";
        environment["DOTNET_GCConserveMemory"] = "5";
    }

    /// <summary>The folder of Gateway.sln.</summary>
    public static string Root { get; } = FindRoot();

    public string Data { get; }

    public string RegistryPath { get; }

    /// <summary>What the process wrote to both its streams since it was made.</summary>
    public string Log
    {
        get
        {
            lock (log) return log.ToString();
        }
    }

    /// <summary>Address of the HTTP door; known while it serves.</summary>
    public Uri Address { get; private set; } = Nowhere;

    public int ProcessId => serving?.Id ?? throw new InvalidOperationException("It does not serve.");

    public bool HasExited => serving?.HasExited != false;

    /// <summary>Sets an environment variable for the next start; null removes it.</summary>
    public GatewayProcess With(string name, string? value)
    {
        if (value is null) environment.Remove(name);
        else environment[name] = value;
        return this;
    }

    /// <summary>Starts <c>serve</c> and waits until it takes posts.</summary>
    public async Task<GatewayProcess> ServeAsync(params string[] wrapper)
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        serving = Start(wrapper, ["serve"]);
        var process = serving;
        _ = PumpAsync(process.StandardOutput, line =>
        {
            if (line.StartsWith("Menerima di ", StringComparison.Ordinal)) listening.TrySetResult(new Uri(line["Menerima di ".Length..]));
        });
        _ = PumpAsync(process.StandardError, _ => { });
        _ = process.WaitForExitAsync().ContinueWith(
            _ => listening.TrySetException(new InvalidOperationException($"gateway serve ended at once:\n{Log}")), TaskScheduler.Default);
        Address = await listening.Task.WaitAsync(TimeSpan.FromSeconds(120));
        return this;
    }

    /// <summary>Runs another verb to its end.</summary>
    public async Task<Answer> RunAsync(params string[] arguments)
    {
        using var process = Start([], arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Longest);
        return new Answer(process.ExitCode, await output, await error);
    }

    /// <summary>Runs another verb to its end and looks on at the most memory it held.</summary>
    public async Task<(Answer Answer, long Peak)> MeasureAsync(params string[] arguments)
    {
        using var process = Start([], arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var peak = 0L;
        while (!process.HasExited && await beat.WaitForNextTickAsync()) peak = Math.Max(peak, ResidentMemory.Peak(process.Id));
        await process.WaitForExitAsync().WaitAsync(Longest);
        return (new Answer(process.ExitCode, await output, await error), peak);
    }

    /// <summary>Lines of <c>complaints list --json</c>.</summary>
    public async Task<IReadOnlyList<JsonObject>> ComplaintsAsync(params string[] options)
    {
        var answer = await RunAsync(["complaints", "list", "--json", .. options]);
        Assert.That(answer.ExitCode, Is.Zero, answer.Error);
        return answer.Lines();
    }

    /// <summary>Waits until the list of complaints is as wished, asking again and again; shows the last list when it never is.</summary>
    public async Task<IReadOnlyList<JsonObject>> UntilAsync(Func<IReadOnlyList<JsonObject>, bool> wished, TimeSpan? patience = null)
    {
        IReadOnlyList<JsonObject> last = [];
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < (patience ?? TimeSpan.FromSeconds(90)))
        {
            last = await ComplaintsAsync();
            if (wished(last)) return last;
        }

        throw new AssertionException($"Never as wished. Last:\n{string.Join('\n', last.Select(line => line.ToJsonString()))}\n{Log}");
    }

    /// <summary>Waits for the end of the process, as after a crash point.</summary>
    public async Task ExitedAsync()
    {
        await serving!.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        Address = Nowhere;
    }

    /// <summary>SIGSTOP: it does nothing until it is thawed, and its sockets stay open.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>True while it is stopped by a signal.</summary>
    public bool IsFrozen => File.ReadAllText($"/proc/{ProcessId}/stat").Split(") ")[1][0] == 'T';

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        // The system may give the port to somebody else from here on.
        Address = Nowhere;
        serving!.Kill(entireProcessTree: true);
        await serving.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it; waits for the end.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        await serving!.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return serving.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (serving is { HasExited: false }) await KillAsync();
        serving?.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private Process Start(string[] wrapper, string[] arguments)
    {
        string[] line = [.. wrapper, "dotnet", Path.Combine(AppContext.BaseDirectory, "gateway.dll"), .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Data,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private async Task PumpAsync(StreamReader reader, Action<string> each)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (log) log.AppendLine(line);
            each(line);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gateway.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Gateway.sln is nowhere above the tests.");
    }

    /// <summary>What a verb answered.</summary>
    public sealed record Answer(int ExitCode, string Output, string Error)
    {
        public IReadOnlyList<JsonObject> Lines() =>
            [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }
}
