namespace Gateway.Benchmarks;

/// <summary>
/// Form posts to a durable receipt over the real process: how many a second at 64 connections, and how long a receipt takes at a fixed
/// rate, beside bare fsyncs of the same minutes.
/// </summary>
internal static class FormSpeed
{
    private const int Connections = 64;
    private const int PerSecond = 1_000;
    private const int Seconds = 10;

    public static async Task<int> RunAsync(int posts)
    {
        await using var gateway = await ServedGateway.StartAsync();
        var client = new FormPosts(gateway.Address, Connections);
        // The first seconds of a process are those of its compiler.
        client.Flood(posts / 2);
        for (var i = 0; i < 3; i++)
        {
            // What a flood left to the gates is a load of its own.
            await gateway.RestingAsync();
            var fsyncs = Fsyncs.Measure(Path.GetTempPath(), 1_000);
            var (waits, each) = Worked(gateway, () => client.Pace(PerSecond, Seconds), PerSecond * Seconds);
            Console.WriteLine($"{PerSecond}/s for {Seconds} s: p50 {At(waits, 0.5):F1} ms, p99 {At(waits, 0.99):F1} ms; {each:F0} us of the server's processors a post; bare fsync p50 {At(fsyncs, 0.5):F2} ms, p99 {At(fsyncs, 0.99):F2} ms");
        }

        await gateway.RestingAsync();
        var (rates, flood) = Worked(gateway, () => Enumerable.Range(0, 3).Select(_ => client.Flood(posts)).Order().ToArray(), posts * 3);
        Console.WriteLine($"{posts} posts of 2 KB at {Connections} connections: {rates[^1]:F0}/s (best of 3; median {rates[1]:F0}/s); {flood:F0} us of the server's processors a post");
        await gateway.RestingAsync();
        Console.WriteLine($"peak {gateway.PeakKiB / 1024} MiB");
        return 0;
    }

    // While it runs: the gates judge part of what came after the last answer.
    private static (T Answer, double Microseconds) Worked<T>(ServedGateway gateway, Func<T> run, int posts)
    {
        var before = gateway.Worked;
        var answer = run();
        return (answer, (gateway.Worked - before).TotalMicroseconds / posts);
    }

    private static double At(double[] rising, double share) => rising[(int)(share * (rising.Length - 1))];
}
