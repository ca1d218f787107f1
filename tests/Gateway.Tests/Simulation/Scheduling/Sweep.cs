namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>Plays the schedules of many seeds on a few threads of their own. The worlds share nothing.</summary>
internal static class Sweep
{
    /// <summary>Plays until all seeds are done or <paramref name="enough"/> of them have broken a promise.</summary>
    public static (IReadOnlyList<(int Seed, Verdict Verdict)> Broken, Coverage Coverage, int Played, int LongestQuiet) Over(
        int seeds, Mutant mutant, int threads, int enough)
    {
        var broken = new List<(int, Verdict)>();
        var coverage = new Coverage();
        var (next, played, longest) = (-1, 0, 0);
        var gate = new Lock();
        List<Thread> workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work, 16 << 20))];
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        broken.Sort((one, other) => one.Item1.CompareTo(other.Item1));
        return (broken, coverage, played, longest);

        void Work()
        {
            var own = new Coverage();
            while (Interlocked.Increment(ref next) is var seed && seed < seeds)
            {
                var verdict = Schedule.Play(Choices.OfSeed(seed), mutant, coverage: own);
                lock (gate)
                {
                    played++;
                    longest = Math.Max(longest, verdict.Quiet);
                    if (verdict.Broken is not null) broken.Add((seed, verdict));
                    if (broken.Count >= enough) break;
                }
            }

            lock (gate) coverage.Add(own);
        }
    }
}
