using System.Diagnostics;

namespace Gateway.Benchmarks;

/// <summary>Bare fsyncs of 4 KiB on the disk that is measured: what durability costs here and now, without any program around it.</summary>
internal static class Fsyncs
{
    /// <summary>Milliseconds of each, in rising order.</summary>
    public static double[] Measure(string folder, int count)
    {
        var path = Path.Combine(folder, "bare-" + Guid.NewGuid().ToString("N"));
        var waits = new double[count];
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0))
        {
            var block = new byte[4096];
            for (var i = 0; i < count; i++)
            {
                var begin = Stopwatch.GetTimestamp();
                file.Write(block);
                file.Flush(flushToDisk: true);
                waits[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            }
        }

        File.Delete(path);
        Array.Sort(waits);
        return waits;
    }
}
