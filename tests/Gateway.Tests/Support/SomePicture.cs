using ImageMagick;

namespace Gateway.Tests.Support;

/// <summary>Pictures made for a test. None was ever taken of anything.</summary>
internal static class SomePicture
{
    /// <summary>A picture as full of detail as a photo: it does not compress by being empty.</summary>
    public static byte[] Photo(uint width, uint height, MagickFormat format = MagickFormat.Jpeg, Action<MagickImage>? shape = null)
    {
        MagickNET.SetRandomSeed(7);
        using var image = new MagickImage($"plasma:fractal", new MagickReadSettings { Width = width, Height = height });
        image.AddNoise(NoiseType.Gaussian);
        shape?.Invoke(image);
        image.Quality = 95;
        return image.ToByteArray(format);
    }

    /// <summary>A photo of a telephone that knows where it is, held upright, with everything such a file carries.</summary>
    public static byte[] OfPhone(uint width = 800, uint height = 600) => Photo(width, height, shape: image =>
    {
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.GPSLatitudeRef, "S");
        exif.SetValue(ExifTag.GPSLatitude, [new Rational(0), new Rational(30), new Rational(792, 100)]);
        exif.SetValue(ExifTag.GPSLongitudeRef, "E");
        exif.SetValue(ExifTag.GPSLongitude, [new Rational(117), new Rational(9), new Rational(1296, 100)]);
        exif.SetValue(ExifTag.Orientation, (ushort)6);
        exif.SetValue(ExifTag.Make, "TELEPON RAHASIA");
        image.SetProfile(exif);
        image.Orientation = Orientation.RightTop;
        image.SetProfile(new ImageProfile("xmp", "<x:xmpmeta xmlns:x='adobe:ns:meta/'>PEMILIK</x:xmpmeta>"u8.ToArray()));
        image.Comment = "KETERANGAN";
    });

    /// <summary>A plain drawing of a few colours.</summary>
    public static byte[] Drawing(MagickColor background, MagickFormat format = MagickFormat.Png)
    {
        using var image = new MagickImage(background, 400, 300);
        using var box = new MagickImage(MagickColors.Red, 120, 80);
        image.Composite(box, 40, 40, CompositeOperator.Over);
        return image.ToByteArray(format);
    }
}
