using Gateway.Contracts.Files;
using Gateway.Core.Attachments;
using ImageMagick;

namespace Gateway.Infrastructure.Images;

/// <summary>
/// Pictures by ImageMagick, one at a time so that memory has a bound. The kind told by the bytes chooses the decoder: no text of a file
/// can reach one of the hundred others. What is made is made anew from the pixels, so nothing else of the original can be in it.
/// </summary>
public sealed class MagickPictures : IPictures
{
    /// <summary>Longer files are not unpacked at all.</summary>
    private const int LongestFile = 64_000_000;

    // Telephones of today make 108 megapixels as JPEG, which unpacks at a fraction of its size; the others are unpacked whole.
    private const long MostJpegPixels = 120_000_000;
    private const long MostPixels = 50_000_000;
    private const uint LongestSide = 40_000;

    private static readonly FileKind Jpeg = FileKinds.OfMediaType("image/jpeg");
    private static readonly FileKind Png = FileKinds.OfMediaType("image/png");
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static bool isBounded;

    public async Task<FittedPicture> FitAsync(
        Func<Task<ReadOnlyMemory<byte>>> open, FileKind kind, long room, IReadOnlyCollection<string> types, CancellationToken ct)
    {
        await Turn.WaitAsync(ct);
        try
        {
            var picture = await open();
            // A thread of its own: seconds of arithmetic on one of the pool would keep a citizen's post waiting.
            return await Task.Factory.StartNew(() => Fit(picture, kind, room, types), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static FittedPicture Fit(ReadOnlyMemory<byte> picture, FileKind kind, long room, IReadOnlyCollection<string> types)
    {
        if (FormatOf(kind) is not { } format || picture.IsEmpty) return new FittedPicture(null, null, null, FittedPicture.Unreadable);
        if (picture.Length > LongestFile) return new FittedPicture(null, null, null, FittedPicture.TooManyPixels);
        Bound();
        try
        {
            var header = new MagickImageInfo();
            header.Read(picture.Span, Settings(format));
            if (HasTooManyPixels(header)) return new FittedPicture(null, null, null, FittedPicture.TooManyPixels);
            if (format == MagickFormat.Tiff && HasPagesBehindTheFirst(picture)) return new FittedPicture(null, null, null, FittedPicture.SeveralPages);
            using var image = new MagickImage();
            var isCutShort = false;
            image.Warning += (_, warning) => isCutShort |= warning.Message.Contains("premature end", StringComparison.OrdinalIgnoreCase);
            image.Read(picture.Span, Settings(format, header));
            // What is missing would be grey in what is sent.
            if (isCutShort) return new FittedPicture(null, null, null, FittedPicture.Unreadable);
            var place = PhotoPlace.Of(image);
            return Fitted(image, kind, room, types) is var (bytes, made)
                ? new FittedPicture(bytes, made, place, null)
                : new FittedPicture(null, null, place, FittedPicture.NotFitted);
        }
        catch (MagickException)
        {
            return new FittedPicture(null, null, null, FittedPicture.Unreadable);
        }
    }

    // Not before the first picture: most commands never need the library, and it is large.
    private static void Bound()
    {
        if (isBounded) return;
        ResourceLimits.Thread = 1;
        ResourceLimits.Memory = 768UL << 20;
        ResourceLimits.Disk = 0;
        ResourceLimits.Width = LongestSide;
        ResourceLimits.Height = LongestSide;
        isBounded = true;
    }

    private static bool HasTooManyPixels(MagickImageInfo header)
    {
        var most = header.Format == MagickFormat.Jpeg ? MostJpegPixels : MostPixels;
        return header.Width > LongestSide || header.Height > LongestSide || (long)header.Width * header.Height > most;
    }

    // A scan of a letter: its first page alone would look like all of it.
    private static bool HasPagesBehindTheFirst(ReadOnlyMemory<byte> picture)
    {
        using var pages = new MagickImageCollection();
        pages.Ping(picture.Span, new MagickReadSettings { Format = MagickFormat.Tiff, FrameIndex = 0, FrameCount = 2 });
        return pages.Count > 1;
    }

    private static MagickReadSettings Settings(MagickFormat format, MagickImageInfo? header = null)
    {
        // An animation is its first picture.
        var settings = new MagickReadSettings { Format = format, FrameIndex = 0, FrameCount = 1 };
        // A large JPEG is unpacked at the smallest step above this size, not whole. A small one would grow.
        if (format == MagickFormat.Jpeg && header is not null && Math.Max(header.Width, header.Height) > Steps.Largest) settings.SetDefine(MagickFormat.Jpeg, "size", $"{Steps.Largest}x{Steps.Largest}");
        return settings;
    }

    private static (byte[] Bytes, FileKind Kind)? Fitted(MagickImage image, FileKind kind, long room, IReadOnlyCollection<string> types)
    {
        image.AutoOrient();
        if (image.HasProfile("icc") || image.ColorSpace == ColorSpace.CMYK) image.TransformColorSpace(ColorProfiles.SRGB);
        image.ColorSpace = ColorSpace.sRGB;
        image.Strip();
        image.ResetPage();
        image.FilterType = FilterType.Triangle;
        var canJpeg = types.Contains(Jpeg.Name);
        var canPng = types.Contains(Png.Name);
        // A drawing or a screen stays sharp as PNG and is smaller so; what can be seen through stays so.
        if (canPng && (kind == Png || !canJpeg) && Drawn(image, room, isAnySize: !canJpeg || !image.IsOpaque) is { } drawn) return (drawn, Png);
        return canJpeg && Steps.Photo(image, room) is { } photo ? (photo, Jpeg) : null;
    }

    private static byte[]? Drawn(MagickImage image, long room, bool isAnySize)
    {
        using var png = image.Clone();
        Steps.Shrink(png, Steps.Largest);
        var bytes = Steps.Png(png);
        if (bytes.Length > room) return null;
        return isAnySize || bytes.Length <= Steps.Jpeg(png, Steps.Qualities[0]).Length * 3 / 2 ? bytes : null;
    }

    private static MagickFormat? FormatOf(FileKind kind) => kind.Name switch
    {
        "jpg" => MagickFormat.Jpeg,
        "png" => MagickFormat.Png,
        "webp" => MagickFormat.WebP,
        "heic" => MagickFormat.Heic,
        "avif" => MagickFormat.Avif,
        "gif" => MagickFormat.Gif,
        "bmp" => MagickFormat.Bmp,
        "tiff" => MagickFormat.Tiff,
        _ => null,
    };
}
