using Gateway.Core.Attachments;
using ImageMagick;

namespace Gateway.Infrastructure.Images;

/// <summary>Where a photo says it was taken.</summary>
internal static class PhotoPlace
{
    /// <summary>Null when it does not say, or says what cannot be.</summary>
    public static GeoPoint? Of(MagickImage image)
    {
        if (image.GetExifProfile() is not { } exif) return null;
        var latitude = Degrees(exif.GetValue(ExifTag.GPSLatitude)?.Value, exif.GetValue(ExifTag.GPSLatitudeRef)?.Value, "S");
        var longitude = Degrees(exif.GetValue(ExifTag.GPSLongitude)?.Value, exif.GetValue(ExifTag.GPSLongitudeRef)?.Value, "W");
        if (latitude is not (>= -90 and <= 90) || longitude is not (>= -180 and <= 180)) return null;
        // Telephones without a fix write nought.
        return latitude == 0 && longitude == 0 ? null : new GeoPoint(latitude.Value, longitude.Value);
    }

    private static double? Degrees(Rational[]? parts, string? side, string negative)
    {
        if (parts is not { Length: 3 } || Array.Exists(parts, part => part.Denominator == 0)) return null;
        var degrees = parts[0].ToDouble() + (parts[1].ToDouble() / 60) + (parts[2].ToDouble() / 3600);
        return side?.StartsWith(negative, StringComparison.OrdinalIgnoreCase) == true ? -degrees : degrees;
    }
}
