using System.Diagnostics;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Identity;
using Gateway.Infrastructure.Ledger;

namespace Gateway.Benchmarks;

/// <summary>
/// Durable complaints a second on SQLite with 64 callers, beside bare fsyncs of the same run and disk: these machines are shared, so only
/// the ratio travels.
/// </summary>
internal static class LedgerWalk
{
    private const int Callers = 64;

    public static async Task<int> RunAsync(int complaints)
    {
        var folder = Directory.CreateTempSubdirectory("gateway-bench-").FullName;
        try
        {
            var fsyncs = 1000 / Fsyncs.Measure(folder, 500).Average();
            await using var ledger = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = Path.Combine(folder, "gateway.db") }, TimeProvider.System, CancellationToken.None);
            await RecordAsync(ledger, 0, 500);
            var watch = Stopwatch.StartNew();
            await RecordAsync(ledger, 500, complaints);
            var rate = complaints / watch.Elapsed.TotalSeconds;
            Console.WriteLine($"{complaints} complaints recorded by {Callers} callers in {watch.Elapsed.TotalSeconds:F1} s: {rate:F0}/s; bare fsync {fsyncs:F0}/s; ratio {rate / fsyncs:F2}");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RecordAsync(SqliteLedger ledger, int from, int count)
    {
        var vault = new AesVault(new byte[AesVault.KeyLength]);
        var key = vault.NewKey();
        var next = from - 1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < from + count; i = Interlocked.Increment(ref next))
                await ledger.RecordAsync(null, [Entry(i, key, vault)], null, CancellationToken.None);
        })));
    }

    private static ItemEntry Entry(int i, byte[] key, AesVault vault)
    {
        var id = $"bench-{i:D12}-{Guid.NewGuid():N}";
        return new ItemEntry
        {
            Id = id,
            Channel = "bench",
            Agency = "dishub",
            Item = id,
            SourceKey = vault.Index("source-key", BitConverter.GetBytes(i)),
            Occurrence = 0,
            Outcome = ItemOutcome.Complaint,
            Reasons = [],
            Seen = TimeProvider.System.GetUtcNow(),
            Complaints =
            [
                new ComplaintEntry
                {
                    EventId = "event-" + id,
                    Number = "number-" + id,
                    Destination = "default",
                    Judul = "Lampu jalan mati",
                    Isi = "Lampu jalan di Jalan Kartini mati sejak Senin.",
                    ContentKey = vault.Index("content", BitConverter.GetBytes(i)),
                    WrappedKey = key,
                    Sealed = vault.Seal(key, new byte[1024], "complaint"),
                    Doubts = Array.Empty<Reason>(),
                },
            ],
        };
    }
}
