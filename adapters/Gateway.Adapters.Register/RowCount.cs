using System.Globalization;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.Register;

/// <summary>Counts rows that say the same within one file; two citizens may have complained in the same words on the same day.</summary>
internal sealed class RowCount
{
    // Half a digest is enough to tell rows apart, and a million of them stay small.
    private readonly Dictionary<UInt128, int> _seen = [];

    /// <summary>The key of the row; to be asked once per row, in the order of the file.</summary>
    public IReadOnlyList<string> Key(RegisterRow row)
    {
        var digest = ContentDigest.OfParts(row.Content);
        var half = UInt128.Parse(digest.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var occurrence = _seen[half] = _seen.GetValueOrDefault(half) + 1;
        return ["register", digest, occurrence.ToString(CultureInfo.InvariantCulture)];
    }
}
