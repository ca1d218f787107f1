using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Benchmarks;

/// <summary>
/// What a schedule of the simulation costs, and a hash over what happened in all of them: a change that should make it quicker, and alter
/// nothing, leaves the hash as it was.
/// </summary>
internal static class Schedules
{
    private const int FirstToSettle = 1_000;

    /// <summary>Plays the seeds from 0 on; on one thread, so that the processor time is theirs.</summary>
    public static int Run(int seeds)
    {
        var cold = Processor();
        Play(Math.Min(seeds, FirstToSettle), new Coverage());
        var settled = Processor();
        var clock = Stopwatch.StartNew();
        var coverage = new Coverage();
        var broken = Play(seeds, coverage);
        var (took, wall) = (Processor() - settled, clock.Elapsed);
        Console.WriteLine(
            $"{seeds} schedules, {broken} broken: {took.TotalMilliseconds / seeds:f3} ms of processor time each, {wall.TotalMilliseconds / seeds:f3} ms by the clock; {(settled - cold).TotalMilliseconds / Math.Min(seeds, FirstToSettle):f3} ms for each of the first {Math.Min(seeds, FirstToSettle)}, while they are compiled.");
        Console.WriteLine($"What happened in them: {HashOf(seeds, coverage)}");
        return broken == 0 ? 0 : 1;
    }

    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;

    private static int Play(int seeds, Coverage coverage)
    {
        var broken = 0;
        for (var seed = 0; seed < seeds; seed++)
            if (Schedule.Play(Choices.OfSeed(seed), Mutant.None, coverage: coverage).Broken is not null) broken++;
        return broken;
    }

    // Every step of every schedule, every choice, and every fault that struck.
    private static string HashOf(int seeds, Coverage coverage)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var trace = new List<string>();
        for (var seed = 0; seed < seeds; seed++)
        {
            trace.Clear();
            var verdict = Schedule.Play(Choices.OfSeed(seed), Mutant.None, trace);
            foreach (var step in trace) Add(step);
            Add(string.Create(CultureInfo.InvariantCulture, $"{seed} {verdict.Broken} {verdict.Quiet} {string.Join(',', verdict.Choices)}"));
        }

        foreach (var (pair, count) in coverage.Counts.OrderBy(one => one.Key)) Add(string.Create(CultureInfo.InvariantCulture, $"{pair.Step} {pair.Fault} {count}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];

        void Add(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
    }
}
