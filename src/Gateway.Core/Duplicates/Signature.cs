using System.Buffers.Binary;
using System.Text;
using Gateway.Core.Identity;

namespace Gateway.Core.Duplicates;

/// <summary>
/// Values under which a text is found again by one that tells the same: minima of hashes of its words in bands (MinHash, LSH), and each
/// place together with each thing. All are keyed, so that they say nothing to who has the database alone. Pure but for the key.
/// </summary>
internal static class Signature
{
    private const int Bands = 8;
    private const int RowsInBand = 2;
    private const int MostAnchors = 12;
    private const int MostSpots = 4;
    private const int MostWords = 6;
    private const ulong Odd = 0x9E3779B97F4A7C15;

    /// <summary>The values of a text, each once.</summary>
    /// <param name="told">What it tells.</param>
    /// <param name="contentKey">Its content key: texts without a word to compare still meet when they are equal.</param>
    /// <param name="vault">Keys the values.</param>
    public static IReadOnlyList<long> Of(Told told, byte[] contentKey, IVault vault)
    {
        var values = new List<long> { BinaryPrimitives.ReadInt64LittleEndian(contentKey) };
        ulong[] hashes = [.. told.Said.Keys.Concat(told.Names).Select(word => Keyed(Slips.Bones(word), vault))];
        if (hashes.Length > 0)
            for (var band = 0; band < Bands; band++)
            {
                var value = (ulong)band;
                for (var row = 0; row < RowsInBand; row++) value = Mix((value * Odd) ^ Least(hashes, (band * RowsInBand) + row));
                values.Add((long)value);
            }

        values.AddRange(Anchors(told).Take(MostAnchors).Concat(Spots(told).Take(MostSpots)).Select(anchor => (long)Keyed(anchor, vault)));
        return [.. values.Distinct()];
    }

    // People who tell one matter in other words still name the place and the thing.
    private static IEnumerable<string> Anchors(Told told)
    {
        string[] places =
        [
            .. told.Names.Order(StringComparer.Ordinal), .. told.Points.SelectMany(point => point.Select(value => $"{point.Key} {value}")),
            // Who names no place but a region is found by that, and by what he counts.
            .. told.Wide.Order(StringComparer.Ordinal), .. told.Figures,
        ];
        return from word in Matter(told) from place in places select $"{Slips.Bones(place)}|{Slips.Bones(word)}";
    }

    // Of a long road much is told; of one house or RT of it little, however many complaints there are.
    private static IEnumerable<string> Spots(Told told) =>
        from word in Matter(told)
        from name in told.Names.Order(StringComparer.Ordinal)
        from point in told.Points
        from value in point
        select $"{Slips.Bones(name)}|{point.Key} {value}|{Slips.Bones(word)}";

    private static IEnumerable<string> Matter(Told told) =>
        told.Things.Count > 0 ? told.Things : told.Said.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key).Take(MostWords);

    private static ulong Keyed(string word, IVault vault) => BinaryPrimitives.ReadUInt64LittleEndian(vault.Index("near", Encoding.UTF8.GetBytes(word)));

    private static ulong Least(ulong[] hashes, int permutation)
    {
        var least = ulong.MaxValue;
        foreach (var hash in hashes) least = Math.Min(least, Mix(hash ^ ((ulong)(permutation + 1) * Odd)));
        return least;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
