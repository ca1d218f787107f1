using Gateway.Tests.Server;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>A delivery log of 200,000 lines is printed by the real process in the memory of a short one, and its sums add up.</summary>
[Category("Journey")]
[NonParallelizable]
internal sealed class LongLogTests
{
    private const int Complaints = 25_000;

    // The lines would take several hundred MiB if they were gathered.
    private const long Allowed = 128L << 20;

    private static readonly string[] Log = ["audit", "log", "--from", "2026-01-01", "--to", "2026-01-31", "--state", "delivered", "--lang", "en"];

    [Test]
    public async Task TwoHundredThousandLinesTakeTheMemoryOfAFew()
    {
        await using var gateway = new GatewayProcess(Registries.With(OpenedHouse.Nowhere, "", Registries.Form));
        Assert.That((await gateway.RunAsync("channels", "apply", gateway.RegistryPath)).ExitCode, Is.Zero);
        var (few, idle) = await gateway.MeasureAsync(Log);
        Assert.That(few.Output.Count(letter => letter == '\n'), Is.EqualTo(1), few.Error);
        MadeLog.Write(Path.Combine(gateway.Data, "gateway.db"), Complaints);
        var begun = TimeProvider.System.GetTimestamp();

        var (all, peak) = await gateway.MeasureAsync(Log);

        TestContext.Out.WriteLine($"{all.Output.Length >> 20} MiB of text in {TimeProvider.System.GetElapsedTime(begun)}; a short log {idle >> 20} MiB, this one {peak >> 20} MiB");
        Assert.That(peak - idle, Is.LessThanOrEqualTo(Allowed), $"a short log {idle >> 20} MiB, this one {peak >> 20} MiB");
        var lines = all.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(1 + (Complaints * MadeLog.LinesEach)), all.Error);
        // Part by part: it is the test that must not need the memory now. No complaint stands in two parts.
        var parts = lines.Skip(1).Chunk(1_000 * MadeLog.LinesEach).Select(part => LogTable.Read(string.Join('\n', part.Prepend(lines[0])))).Select(part => (part.Delivered, Faults: part.Faults().Count()));
        Assert.That(parts, Is.All.EqualTo((1_000, 0)));
    }
}
