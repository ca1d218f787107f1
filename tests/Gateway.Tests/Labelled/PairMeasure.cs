using System.Globalization;
using System.Text;
using Gateway.Core.Duplicates;
using Gateway.Infrastructure.Identity;

namespace Gateway.Tests.Labelled;

/// <summary>
/// What index and words together make of pairs. The second of each pair looks for its first among the firsts of all, as if nobody were
/// known.
/// </summary>
internal sealed class PairMeasure
{
    private const string Retold = "retold";

    private readonly List<(DuplicatePair Pair, PairOutcome Outcome)> judged;

    /// <param name="pairs">All pairs: the firsts of each are what a text is looked for in.</param>
    /// <param name="wanted">Those that are measured.</param>
    /// <param name="most">How many candidates are compared.</param>
    public PairMeasure(IReadOnlyList<DuplicatePair> pairs, Func<DuplicatePair, bool> wanted, int most)
    {
        using var vault = new AesVault(new byte[AesVault.KeyLength]);
        var firsts = pairs.Select(pair => (Pair: pair, Told: Wording.Of(pair.First.Whole), Bands: Bands(pair.First.Whole, vault))).ToList();
        judged = [.. pairs.Where(wanted).Select(pair => (pair, Outcome(pair)))];

        PairOutcome Outcome(DuplicatePair pair)
        {
            var (words, bands) = (Wording.Of(pair.Second.Whole), Bands(pair.Second.Whole, vault));
            var near = firsts.Select(first => (first, Shared: first.Bands.Intersect(bands).Count())).Where(near => near.Shared > 0)
                .OrderByDescending(near => near.Shared).Take(most).Where(near => near.first.Pair == pair).ToList();
            if (near.Count == 0 || Match.Of(Likeness.Of(words, near[0].first.Told)) is not { } match) return PairOutcome.Apart;
            return match.IsSure ? PairOutcome.Held : PairOutcome.Linked;
        }
    }

    /// <summary>Share of the pairs of one matter that are held or linked, those retold in all other words left out.</summary>
    public double Recall => Share(pair => pair is { Same: true, Kind: not Retold }, outcome => outcome != PairOutcome.Apart);

    /// <summary>The same with those.</summary>
    public double WithRetold => Share(pair => pair.Same, outcome => outcome != PairOutcome.Apart);

    /// <summary>Share of the pairs of one matter that wait for a person.</summary>
    public double Held => Share(pair => pair.Same, outcome => outcome == PairOutcome.Held);

    /// <summary>Share of the look-alikes that wait for a person: somebody who is not served meanwhile.</summary>
    public double FalseHolds => Share(pair => !pair.Same, outcome => outcome == PairOutcome.Held);

    /// <summary>Share of the look-alikes that go, with a link to another matter.</summary>
    public double FalseLinks => Share(pair => !pair.Same, outcome => outcome == PairOutcome.Linked);

    /// <summary>The figures by kind, and the ids that went wrong.</summary>
    public string Told
    {
        get
        {
            var told = new StringBuilder();
            told.Append(CultureInfo.InvariantCulture, $"one matter: {judged.Count(pair => pair.Pair.Same)} pairs, found (held or linked) {WithRetold:P1}, without retold {Recall:P1}, held {Held:P1}\n");
            told.Append(CultureInfo.InvariantCulture, $"two matters: {judged.Count(pair => !pair.Pair.Same)} pairs, false holds {FalseHolds:P1}, false links {FalseLinks:P1}\n");
            foreach (var kind in judged.GroupBy(pair => (pair.Pair.Same, pair.Pair.Kind)).OrderByDescending(kind => kind.Key.Same).ThenBy(kind => kind.Key.Kind, StringComparer.Ordinal))
            {
                var wrong = kind.Where(pair => pair.Pair.Same == (pair.Outcome == PairOutcome.Apart)).Select(pair => $"{pair.Pair.Id}{(pair.Outcome == PairOutcome.Held ? " (held)" : "")}");
                told.Append(CultureInfo.InvariantCulture, $"  {kind.Key.Kind,-34} {kind.Count(),4} pairs: {Count(kind, PairOutcome.Held),3} held, {Count(kind, PairOutcome.Linked),3} linked, {Count(kind, PairOutcome.Apart),3} apart; wrong: {string.Join(' ', wrong)}\n");
            }

            return told.ToString();
        }
    }

    private double Share(Func<DuplicatePair, bool> of, Func<PairOutcome, bool> counts)
    {
        var among = judged.Where(pair => of(pair.Pair)).ToList();
        return among.Count == 0 ? 0 : (double)among.Count(pair => counts(pair.Outcome)) / among.Count;
    }

    private static int Count(IEnumerable<(DuplicatePair Pair, PairOutcome Outcome)> pairs, PairOutcome outcome) => pairs.Count(pair => pair.Outcome == outcome);

    private static IReadOnlyList<long> Bands(string text, AesVault vault) => Signature.Of(Wording.Of(text), vault.Index("content", Encoding.UTF8.GetBytes(text)), vault);
}
