using System.Globalization;

namespace Gateway.Core.Attachments;

/// <summary>A point on earth in degrees, south and west negative.</summary>
/// <param name="Latitude">From -90 to 90.</param>
/// <param name="Longitude">From -180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>To four decimals, some eleven metres: enough to find a hole in a road, and no more than a telephone knows.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:F4}, {Longitude:F4}");
}
