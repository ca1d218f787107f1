using System.Diagnostics;
using Gateway.Contracts.Files;
using Gateway.Infrastructure.Images;
using ImageMagick;

namespace Gateway.Benchmarks;

/// <summary>Makes a photo of twelve megapixels fit into two megabytes, and three of them together: milliseconds and the most memory the process had.</summary>
internal static class PictureFitting
{
    public static int Run(int times)
    {
        // Made first: what making them takes is not what fitting them takes.
        var photos = new[] { MagickFormat.Jpeg, MagickFormat.WebP }.Select(Make).ToList();
        Console.WriteLine($"before: {Process.GetCurrentProcess().WorkingSet64 >> 20} MiB");
        foreach (var photo in photos)
        {
            foreach (var room in new[] { 2_000_000L, 660_000L }) Measure(photo, room, times);
        }

        Console.WriteLine($"most of the process, the making of the photos included: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        return 0;
    }

    private static void Measure(byte[] photo, long room, int times)
    {
        var pictures = new MagickPictures();
        var kind = FileKinds.Of(photo);
        var taken = new List<double>(times);
        var length = 0;
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            length = pictures.FitAsync(() => Task.FromResult<ReadOnlyMemory<byte>>(photo), kind, room, ["jpg", "png"], CancellationToken.None).GetAwaiter().GetResult().Bytes?.Length ?? 0;
            taken.Add(watch.Elapsed.TotalMilliseconds);
        }

        taken.Sort();
        Console.WriteLine($"{kind.Name} of {photo.Length:N0} bytes into {room:N0}: {length:N0} bytes, median {taken[times / 2]:F0} ms, slowest {taken[^1]:F0} ms, {times} times");
    }

    private static byte[] Make(MagickFormat format)
    {
        MagickNET.SetRandomSeed(7);
        using var image = new MagickImage("plasma:fractal", new MagickReadSettings { Width = 4000, Height = 3000 });
        image.AddNoise(NoiseType.Gaussian);
        image.Quality = 92;
        return image.ToByteArray(format);
    }
}
