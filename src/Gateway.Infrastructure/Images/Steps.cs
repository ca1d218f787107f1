using ImageMagick;

namespace Gateway.Infrastructure.Images;

/// <summary>The steps down which a picture goes until it fits: first quality, then size, never below what a number plate can be read in.</summary>
internal static class Steps
{
    /// <summary>Longest side of what is sent, in pixels: a page of A4 stays readable.</summary>
    public const int Largest = 2560;

    private static readonly int[] Sides = [Largest, 2048, 1600, 1280, 1024, 800, 640];

    public static IReadOnlyList<uint> Qualities { get; } = [85, 72, 60];

    /// <summary>The first step that fits as JPEG; null when none does. The image shrinks on the way.</summary>
    public static byte[]? Photo(MagickImage image, long room)
    {
        if (!image.IsOpaque)
        {
            image.BackgroundColor = MagickColors.White;
            image.Alpha(AlphaAction.Remove);
        }

        foreach (var side in Sides)
        {
            // A side that is no smaller than the picture has been tried.
            if (side != Largest && Math.Max(image.Width, image.Height) <= side) continue;
            Shrink(image, side);
            foreach (var quality in Qualities)
                if (Jpeg(image, quality) is var bytes && bytes.Length <= room) return bytes;
        }

        return null;
    }

    public static void Shrink(IMagickImage<byte> image, int side)
    {
        if (Math.Max(image.Width, image.Height) > side) image.Resize((uint)side, (uint)side);
    }

    public static byte[] Jpeg(IMagickImage<byte> image, uint quality)
    {
        image.Quality = quality;
        return image.ToByteArray(MagickFormat.Jpeg);
    }

    public static byte[] Png(IMagickImage<byte> image)
    {
        // Its writer adds dates of its own, and then the same picture would not be the same bytes.
        image.Settings.SetDefine(MagickFormat.Png, "exclude-chunk", "all");
        image.Settings.SetDefine(MagickFormat.Png, "include-chunk", "tRNS");
        image.Quality = 95;
        return image.ToByteArray(MagickFormat.Png);
    }
}
