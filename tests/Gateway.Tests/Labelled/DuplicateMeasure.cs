using System.Globalization;
using System.Text;
using Gateway.Core.Duplicates;
using Gateway.Infrastructure.Identity;

namespace Gateway.Tests.Labelled;

/// <summary>Leads every labelled text through index and comparison against all bases, as if nobody were known: the strictest case for holds.</summary>
/// <param name="Recall">Share of the copies that find their base.</param>
/// <param name="FalseHolds">Share of all comparisons of a text with the matters it does not tell that find it the same.</param>
/// <param name="LookAlikesHeld">Share of the look-alikes that are taken for any base: the hardest texts there are.</param>
/// <param name="Told">The figures in words.</param>
internal sealed record DuplicateMeasure(double Recall, double FalseHolds, double LookAlikesHeld, string Told)
{
    public static DuplicateMeasure Of(bool apart, int most)
    {
        using var vault = new AesVault(new byte[AesVault.KeyLength]);
        var rows = DuplicateSet.Read(apart).Select(row => (row.Matter, row.Kind, row.Text, Told: Wording.Of(row.Text))).ToList();
        var bases = rows.Where(row => row.Kind == "base").Select(row => (row.Matter, row.Told, Bands: Bands(row.Told, row.Text, vault))).ToList();
        var kinds = new SortedDictionary<string, (int Found, int All)>(StringComparer.Ordinal);
        var (found, copies, held, lookAlikes, wrong, wrongOf) = (0, 0, 0, 0, 0, 0);
        foreach (var row in rows)
        {
            var bands = Bands(row.Told, row.Text, vault);
            // The copy of a base is another complaint; a base is asked whether it is taken for any other.
            var near = bases.Where(known => row.Kind != "base" || known.Matter != row.Matter).Select(known => (known, Shared: known.Bands.Intersect(bands).Count()))
                .Where(pair => pair.Shared > 0).OrderByDescending(pair => pair.Shared).Take(most)
                .Where(pair => Match.Of(Likeness.Of(row.Told, pair.known.Told)) is not null).Select(pair => pair.known.Matter).ToList();
            var isCopy = DuplicateSet.IsCopy(row.Kind);
            var right = isCopy ? near.Contains(row.Matter) : near.Count > 0;
            if (isCopy) (copies, found) = (copies + 1, found + (right ? 1 : 0));
            else if (row.Kind != "base") (lookAlikes, held) = (lookAlikes + 1, held + (right ? 1 : 0));
            (wrong, wrongOf) = (wrong + near.Count(matter => !isCopy || matter != row.Matter), wrongOf + bases.Count - (isCopy || row.Kind == "base" ? 1 : 0));
            var (before, all) = kinds.GetValueOrDefault(row.Kind);
            kinds[row.Kind] = (before + (right ? 1 : 0), all + 1);
        }

        var (recall, falseHolds, hardest) = ((double)found / copies, (double)wrong / wrongOf, (double)held / lookAlikes);
        var told = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(apart ? "put aside" : "tuned on")}: {bases.Count} matters; copies found {found} of {copies} ({recall:P1}); look-alikes held {held} of {lookAlikes} ({hardest:P1}); false holds {wrong} of {wrongOf} comparisons ({falseHolds:P3})");
        foreach (var (kind, (hits, all)) in kinds) told.Append(CultureInfo.InvariantCulture, $"\n  {kind}: {hits} of {all} taken for the same");
        return new DuplicateMeasure(recall, falseHolds, hardest, told.ToString());
    }

    private static IReadOnlyList<long> Bands(Told told, string text, AesVault vault) => Signature.Of(told, vault.Index("content", Encoding.UTF8.GetBytes(text)), vault);
}
