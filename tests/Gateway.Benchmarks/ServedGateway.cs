using System.Diagnostics;

namespace Gateway.Benchmarks;

/// <summary>
/// The real <c>gateway serve</c> with a new data folder, one form channel behind a token and a destination that was never opened, so that
/// nothing but the taking of posts is measured.
/// </summary>
internal sealed class ServedGateway : IAsyncDisposable
{
    public const string Channel = "bench-form";
    public const string Token = "bench-token";

    private const string Listening = "Menerima di ";

    private readonly string data;
    private readonly Process process;

    private ServedGateway(string data, Process process, Uri address) => (this.data, this.process, Address) = (data, process, address);

    public Uri Address { get; }

    public long PeakKiB => Runs.PeakKiB(process.Id);

    /// <summary>Time of the processors that it has used so far: what a noisy machine changes least.</summary>
    public TimeSpan Worked
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Waits until it has nothing left to do: for a whole second it worked less than a twentieth of it.</summary>
    public async Task RestingAsync()
    {
        for (var before = TimeSpan.Zero; Worked - before > TimeSpan.FromMilliseconds(50);)
        {
            before = Worked;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    public static async Task<ServedGateway> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("gateway-bench-").FullName;
        var registry = Path.Combine(data, "registry.yaml");
        await File.WriteAllTextAsync(registry, $$"""
            agencies:
              - {key: dishub, name: Dinas Perhubungan, kind: opd, institution: "101"}
            destinations:
              - {key: default, kind: api, baseUrl: "http://127.0.0.1:9"}
            channels:
              - {key: {{Channel}}, agency: dishub, kind: webform, policy: auto, webform: {token: "env:BENCH_TOKEN"} }
            """);
        var process = Start(data, registry);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Listening, StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new ServedGateway(data, process, new Uri(line[Listening.Length..]));
        }

        await process.WaitForExitAsync();
        process.Dispose();
        throw new InvalidOperationException($"gateway serve ended at once; its data folder is {data}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private static Process Start(string data, string registry)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "gateway.dll"), "serve"]) { RedirectStandardOutput = true, WorkingDirectory = data };
        start.Environment["Gateway__DataDirectory"] = data;
        start.Environment["Gateway__Registry"] = registry;
        start.Environment["Gateway__Http__Urls"] = "http://127.0.0.1:0";
        start.Environment["GATEWAY_HOME"] = Runs.Root;
        start.Environment["BENCH_TOKEN"] = Token;
        // As the launcher sets it.
        start.Environment.TryAdd("DOTNET_GCgen0size", "1000000");
        start.Environment.TryAdd("DOTNET_GCConserveMemory", "5");
        start.Environment.TryAdd("DOTNET_TieredPGO", "0");
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
