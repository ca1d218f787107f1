namespace Gateway.Core.Gates;

/// <summary>
/// Hidden meaning as data: signs are kinds of people, deeds and things, and some of them near one another say what no single word says -
/// a village head, a relative, and a place that was won. Which signs belong together are the rows <c>when</c> of a rule file. Pure.
/// </summary>
internal sealed class Combinations
{
    /// <summary>How many words the signs of one combination may lie apart: about three short sentences.</summary>
    private const int Near = 25;

    private readonly Dictionary<string, PhraseList> signs;
    private readonly string[][] wanted;

    /// <param name="rows">Rows of a rule file; a sign is made of the rows <c>role</c> and <c>sign</c> of its name.</param>
    public Combinations(IReadOnlyList<(string Kind, string Name, string Words)> rows)
    {
        wanted = [.. rows.Where(row => row.Kind == "when").Select(row => row.Words.Split(' '))];
        signs = wanted.SelectMany(names => names).Distinct().ToDictionary(
            name => name,
            name => new PhraseList(rows.Where(row => row.Name == name && row.Kind is "role" or "sign").Select(row => row.Words)));
    }

    /// <summary>The signs that hit, in the order of the text: <c>kepala ... keponakan ... lulus</c>; null when no combination stands together.</summary>
    public string? Hit(IReadOnlyList<string> words)
    {
        var found = new Dictionary<string, List<(int At, string Shown)>>();
        return wanted.Select(names => Together(names, name => Found(name))).FirstOrDefault(shown => shown is not null);

        List<(int At, string Shown)> Found(string name)
        {
            if (!found.TryGetValue(name, out var places)) found[name] = places = [.. signs[name].In(words).Select(place => (place.At, place.Shown))];
            return places;
        }
    }

    // Walks the places of all signs in the order of the text and keeps the last of each: the nearest are always among them.
    private static string? Together(string[] names, Func<string, List<(int At, string Shown)>> found)
    {
        if (Array.Exists(names, name => found(name).Count == 0)) return null;
        var last = new (int At, string Shown)[names.Length];
        Array.Fill(last, (int.MinValue / 2, ""));
        foreach (var (at, sign, shown) in names.SelectMany((name, sign) => found(name).Select(place => (place.At, sign, place.Shown))).OrderBy(place => place.At))
        {
            last[sign] = (at, shown);
            if (Array.TrueForAll(last, place => at - place.At <= Near)) return string.Join(" ... ", last.OrderBy(place => place.At).Select(place => place.Shown).Distinct());
        }

        return null;
    }
}
