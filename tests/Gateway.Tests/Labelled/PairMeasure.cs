using System.Globalization;
using System.Text;
using Gateway.Core.Duplicates;
using Gateway.Infrastructure.Identity;

namespace Gateway.Tests.Labelled;

/// <summary>
/// What index and words together make of the pairs. The second of each pair looks for its first among the firsts of all, as if nobody
/// were known.
/// </summary>
/// <param name="Recall">Share of the pairs of one matter that are found, those retold in all other words left out.</param>
/// <param name="WithRetold">The same with those.</param>
/// <param name="Held">Share of the look-alikes that are taken for their first.</param>
/// <param name="Told">The figures in words, and the ids that went wrong.</param>
internal sealed record PairMeasure(double Recall, double WithRetold, double Held, string Told)
{
    private const string Retold = "retold";

    public static PairMeasure Of(Func<DuplicatePair, bool> wanted, int most)
    {
        using var vault = new AesVault(new byte[AesVault.KeyLength]);
        var firsts = DuplicatePair.Read().Select(pair => (pair.Id, Told: Wording.Of(pair.First.Whole), Bands: Bands(pair.First.Whole, vault))).ToList();
        var kinds = DuplicatePair.Read().Where(wanted).GroupBy(pair => pair.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => (Kind: kind.Key, kind.First().Same, Taken: kind.Where(IsTaken).Select(pair => pair.Id).ToList(), All: kind.Select(pair => pair.Id).ToList())).ToList();
        var told = new StringBuilder();
        foreach (var kind in kinds)
            told.Append(CultureInfo.InvariantCulture, $"{kind.Kind}: {kind.Taken.Count} of {kind.All.Count} taken for the same; wrong: {string.Join(' ', (kind.Same ? kind.All.Except(kind.Taken) : kind.Taken).Select(Why))}\n");
        return new PairMeasure(Share(kind => kind is { Same: true, Kind: not Retold }), Share(kind => kind.Same), Share(kind => !kind.Same), told.ToString());

        bool IsTaken(DuplicatePair pair)
        {
            var (words, bands) = (Wording.Of(pair.Second.Whole), Bands(pair.Second.Whole, vault));
            return firsts.Select(first => (first, Shared: first.Bands.Intersect(bands).Count())).Where(near => near.Shared > 0)
                .OrderByDescending(near => near.Shared).Take(most)
                .Any(near => near.first.Id == pair.Id && Match.Code(Likeness.Of(words, near.first.Told)) is not null);
        }

        static string Why(int id)
        {
            var pair = DuplicatePair.Read()[id - 1];
            var likeness = Likeness.Of(Wording.Of(pair.Second.Whole), Wording.Of(pair.First.Whole));
            return string.Create(CultureInfo.InvariantCulture, $"{id} ({likeness.Place}, {likeness.Said:F2})");
        }

        double Share(Func<(string Kind, bool Same, List<int> Taken, List<int> All), bool> of) =>
            (double)kinds.Where(of).Sum(kind => kind.Taken.Count) / kinds.Where(of).Sum(kind => kind.All.Count);
    }

    private static IReadOnlyList<long> Bands(string text, AesVault vault) => Signature.Of(Wording.Of(text), vault.Index("content", Encoding.UTF8.GetBytes(text)), vault);
}
