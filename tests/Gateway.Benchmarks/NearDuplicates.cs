using System.Diagnostics;
using Gateway.Core.Duplicates;
using Gateway.Infrastructure.Identity;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Labelled;

namespace Gateway.Benchmarks;

/// <summary>Quality of the search for duplicates on the labelled texts, and the time of one look-up in a ledger of many complaints.</summary>
internal static class NearDuplicates
{
    private const int MostCompared = 20;
    private const int LookUps = 2_000;

    private static readonly string[] Things = ["Lampu jalan", "Jalan aspal", "Sampah", "Air PDAM", "Parit", "Jembatan kayu", "Pohon besar", "Tiang listrik", "Sinyal Telkomsel", "Guru kelas", "Dokter puskesmas", "Bantuan sembako", "Truk batu bara", "Parkir liar"];
    private static readonly string[] Troubles = ["mati", "rusak parah dan berlubang", "tidak diangkut", "tidak mengalir", "mampet", "patah", "hampir tumbang", "miring", "hilang", "sering tidak masuk", "datang terlambat", "belum diterima", "lewat siang hari", "menutup jalan"];
    private static readonly string[] Times = ["sudah seminggu", "sejak kemarin", "sejak bulan lalu", "setiap hujan", "sudah tiga hari", "dari hari Senin"];
    private static readonly string[] Ends = ["mohon segera diperbaiki", "warga takut lewat malam hari", "tolong ditindaklanjuti", "sudah lapor tetapi tidak ditanggapi", "anak sekolah terganggu", "mengganggu kendaraan"];
    private static readonly string[] Syllables = ["ba", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "du", "ju", "lo", "mu", "ri", "si", "ti", "we", "yo", "gu", "be"];

    public static async Task<int> RunAsync(int complaints)
    {
        foreach (var apart in new[] { false, true }) Console.WriteLine(DuplicateMeasure.Of(apart, MostCompared).Told);

        var folder = Directory.CreateTempSubdirectory("gateway-near-").FullName;
        try
        {
            var options = new SqliteLedgerOptions { Path = Path.Combine(folder, "gateway.db") };
            await using var ledger = await SqliteLedger.OpenAsync(options, TimeProvider.System, CancellationToken.None);
            using var vault = new AesVault(new byte[AesVault.KeyLength]);
            var clock = Stopwatch.StartNew();
            NearFilling.Fill(options, complaints, i => Bands(TextOf(i), i, vault));
            Console.WriteLine($"{complaints:N0} complaints filled in {clock.Elapsed.TotalSeconds:F0} s, {new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) / 1_000_000:N0} MB");
            clock.Restart();
            for (var i = 0; i < LookUps; i++) Bands(TextOf(complaints + i), i, vault);
            Console.WriteLine($"values of one text made in {clock.Elapsed.TotalMicroseconds / LookUps:F0} us");
            await MeasureAsync(ledger, complaints, vault);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(SqliteLedger ledger, int complaints, AesVault vault)
    {
        var chance = new Random(7);
        var (times, found, compared) = (new List<double>(), 0, 0);
        for (var i = 0; i < LookUps + 200; i++)
        {
            var wanted = chance.Next(complaints);
            var bands = Bands(TextOf(wanted).ToLowerInvariant().Replace("jalan", "jln", StringComparison.Ordinal), i, vault);
            var began = Stopwatch.GetTimestamp();
            var near = await ledger.NearAsync(bands, DateTimeOffset.UnixEpoch, MostCompared, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            // The first ones read the file.
            if (i < 200) continue;
            times.Add(took);
            compared += near.Rows.Count;
            if (near.Rows.Any(row => row.Number == NearFilling.NumberOf(wanted))) found++;
        }

        times.Sort();
        Console.WriteLine($"look-up: p50 {times[times.Count / 2]:F2} ms, p99 {times[times.Count * 99 / 100]:F2} ms, most {times[^1]:F2} ms; {(double)compared / LookUps:F1} to compare; a retyped copy finds its original among them in {100.0 * found / LookUps:F1} %");
    }

    private static IReadOnlyList<long> Bands(string text, int i, AesVault vault) => Signature.Of(Wording.Of(text), vault.Index("content", BitConverter.GetBytes(i)), vault);

    // The same few troubles everywhere, in about as many streets as a province has.
    private static string TextOf(int i)
    {
        var chance = new Random(i);
        var thing = chance.Next(Things.Length);
        // Some streets and some troubles are told of far more often than others.
        var street = (int)(20_000 * Math.Pow(chance.NextDouble(), 2));
        return $"{Things[thing]} di Jl. {NameOf(street)} RT {chance.Next(1, 40)} {Troubles[thing]} {Times[chance.Next(Times.Length)]}, {Ends[chance.Next(Ends.Length)]}.";
    }

    private static string NameOf(int street)
    {
        var name = Syllables[street % 20] + Syllables[street / 20 % 20] + Syllables[street / 400 % 20] + Syllables[street / 8000 % 20];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
