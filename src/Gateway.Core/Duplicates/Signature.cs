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
    private const int MostAnchors = 14;
    private const int MostTroubles = 3;
    private const int MostSpots = 4;
    private const int MostWords = 6;
    private const int MostPlaces = 4;
    private const int MostNumbered = 2;
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

        values.AddRange(Anchors(told).Concat(Spots(told).Take(MostSpots)).Concat(Places(told).Take(MostPlaces)).Select(anchor => (long)Keyed(anchor, vault)));
        return [.. values.Distinct()];
    }

    // People who tell one matter in other words still name the place and the thing. Each thing in turn, so that none takes all there is room for.
    private static IEnumerable<string> Anchors(Told told)
    {
        string[] places =
        [
            .. told.Places.SelectMany(place => place).Concat(told.Names.Order(StringComparer.Ordinal)).Distinct(), .. told.Points.SelectMany(point => point.Select(value => $"{point.Key} {value}")), .. told.Unknown,
            // Who names no place but a region is found by that, and by what he counts.
            .. told.Wide.Order(StringComparer.Ordinal), .. told.Figures,
        ];
        return (from place in places from word in Matter(told) select $"{Slips.Bones(place)}|{Slips.Bones(word)}").Take(MostAnchors).Concat(Troubles(told).Take(MostTroubles));
    }

    // What is left where no place was understood.
    private static IEnumerable<string> Troubles(Told told) =>
        told.Names.Count > 0 || told.Unknown.Count > 0 ? Wrong(told) : Wrong(told).Concat(Pairs(told));

    private static IEnumerable<string> Pairs(Told told)
    {
        string[] things = [.. told.Things.Order(StringComparer.Ordinal)];
        return things.SelectMany((thing, at) => things.Skip(at + 1).Select(other => $"{thing}||||{other}"));
    }

    private static IEnumerable<string> Wrong(Told told) =>
        from thing in told.Things.Take(2)
        from word in told.Said.Where(word => word.Value > 1 && !told.Things.Contains(word.Key)).Select(word => word.Key).Order(StringComparer.Ordinal)
        select $"{thing}|||{word}";

    // Of a long road much is told; of one house or RT of it little, however many complaints there are.
    private static IEnumerable<string> Spots(Told told) =>
        from word in Matter(told)
        from name in told.Names.Order(StringComparer.Ordinal)
        from point in told.Points
        from value in point
        select $"{Slips.Bones(name)}|{point.Key} {value}|{Slips.Bones(word)}";

    // Who tells it in all other words may name another thing as well: then a place that is written by two of its names is all that is left.
    private static IEnumerable<string> Places(Told told)
    {
        // What is a name for certain first: a long text has many words that nobody knows.
        string[] names = [.. told.Places.SelectMany(place => place).Concat(told.Names.Order(StringComparer.Ordinal)).Concat(told.Marks[Marks.Person].Order(StringComparer.Ordinal)).Concat(told.Unknown.Order(StringComparer.Ordinal)).Select(Slips.Bones).Distinct()];
        return told.Points.SelectMany(point => point.SelectMany(value => names.Select(name => $"{name}||{point.Key} {value}"))).Take(MostNumbered)
            .Concat(names.SelectMany((name, at) => names.Skip(at + 1).Select(other => string.CompareOrdinal(name, other) < 0 ? $"{name}||{other}" : $"{other}||{name}")))
            .Concat(names.Select(name => $"{name}||"));
    }

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
