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
        using var client = new FormPosts(gateway.Address, Connections);
        // The first seconds of a process are those of its compiler.
        client.Flood(posts / 2);
        var worked = gateway.Worked;
        double[] rates = [.. Enumerable.Range(0, 3).Select(_ => client.Flood(posts)).Order()];
        worked = gateway.Worked - worked;
        Console.WriteLine($"{posts} posts of 2 KB at {Connections} connections: {rates[^1]:F0}/s (best of 3; median {rates[1]:F0}/s); {worked.TotalMicroseconds / posts / 3:F0} us of the server's processors a post");
        for (var i = 0; i < 3; i++)
        {
            var fsyncs = Fsyncs.Measure(Path.GetTempPath(), 1_000);
            var waits = client.Pace(PerSecond, Seconds);
            Console.WriteLine($"{PerSecond}/s for {Seconds} s: p50 {At(waits, 0.5):F1} ms, p99 {At(waits, 0.99):F1} ms; bare fsync p50 {At(fsyncs, 0.5):F2} ms, p99 {At(fsyncs, 0.99):F2} ms");
        }

        Console.WriteLine($"peak {gateway.PeakKiB / 1024} MiB");
        return 0;
    }

    private static double At(double[] rising, double share) => rising[(int)(share * (rising.Length - 1))];
}
