using System.Collections.Frozen;

namespace Gateway.Core.Gates;

/// <summary>
/// Hidden meaning as data: signs are kinds of people, deeds and things, and some of them near one another say what no single word says -
/// a village head, a relative, and a place that was won. Which signs belong together are the rows <c>when</c> of a rule file. Pure.
/// </summary>
internal sealed class Combinations
{
    /// <summary>How many words the signs of one combination may lie apart: about three short sentences.</summary>
    private const int Near = 25;

    private readonly PhraseList[] signs;
    private readonly int[][] wanted;

    // The signs that may stand where a word stands, so that a text is read once and not for each sign; another word may begin one of the open.
    private readonly FrozenDictionary<string, int[]> byFirst;
    private readonly int[] open;
    private readonly PhraseList all;

    /// <param name="rows">Rows of a rule file; a sign is made of the rows <c>role</c> and <c>sign</c> of its name.</param>
    public Combinations(IReadOnlyList<(string Kind, string Name, string Words)> rows)
    {
        var combined = rows.Where(row => row.Kind == "when").Select(row => row.Words.Split(' ')).ToList();
        var names = combined.SelectMany(name => name).Distinct().ToList();
        wanted = [.. combined.Select(one => one.Select(name => names.IndexOf(name)).ToArray())];
        signs = [.. names.Select(name => new PhraseList(rows.Where(row => row.Name == name && row.Kind is "role" or "sign").Select(row => row.Words)))];
        byFirst = signs.SelectMany(sign => sign.FixedFirsts).Distinct().ToFrozenDictionary(word => word, word => Those(sign => sign.MayBegin(word)));
        open = Those(sign => sign.Firsts is null);
        all = new PhraseList(rows.Where(row => row.Kind is "role" or "sign").Select(row => row.Words));
    }

    /// <summary>The signs that hit, in the order of the text: <c>kepala ... keponakan ... lulus</c>; null when no combination stands together.</summary>
    public string? Hit(List<string> words)
    {
        if (wanted.Length == 0) return null;
        var places = new List<(int At, string Shown)>?[signs.Length];
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] == RuleWords.Other || !all.MayBegin(words[at])) continue;
            foreach (var sign in byFirst.GetValueOrDefault(words[at], open))
                if (signs[sign].At(words, at) is { } place) (places[sign] ??= []).Add((at, place.Shown));
        }

        foreach (var together in wanted)
            if (Array.TrueForAll(together, sign => places[sign] is not null) && Together([.. together.Select(sign => places[sign]!)]) is { } shown) return shown;
        return null;
    }

    private int[] Those(Predicate<PhraseList> isMeant) => [.. Enumerable.Range(0, signs.Length).Where(sign => isMeant(signs[sign]))];

    // Walks the places of all signs in the order of the text and keeps the last of each: the nearest are always among them.
    private static string? Together(List<(int At, string Shown)>[] found)
    {
        var last = new (int At, string Shown)[found.Length];
        Array.Fill(last, (int.MinValue / 2, ""));
        foreach (var (at, sign, shown) in found.SelectMany((places, sign) => places.Select(place => (place.At, sign, place.Shown))).OrderBy(place => place.At))
        {
            last[sign] = (at, shown);
            if (Array.TrueForAll(last, place => at - place.At <= Near)) return string.Join(" ... ", last.OrderBy(place => place.At).Select(place => place.Shown).Distinct());
        }

        return null;
    }
}
