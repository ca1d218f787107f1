using System.Diagnostics;
using System.Globalization;

namespace Gateway.Benchmarks;

/// <summary>Starts programs and waits for them; a program that fails ends the measurement with what it said.</summary>
internal static class Runs
{
    /// <summary>Runs a program to its end: the time from before its start to its end, and its last line.</summary>
    public static (TimeSpan Took, string LastLine) Of(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var last = "";
        while (process.StandardOutput.ReadLine() is { } line) last = line;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {last}");
        return (watch.Elapsed, last);
    }

    /// <summary>The most memory a process ever held, in KiB, as Linux counts it (VmHWM).</summary>
    public static long PeakKiB(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(candidate => candidate.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>The folder of Gateway.sln.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gateway.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Gateway.sln is nowhere above the benchmarks.");
    }
}
