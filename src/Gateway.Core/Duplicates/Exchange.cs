namespace Gateway.Core.Duplicates;

/// <summary>
/// What two letters, one of which was made from the other, say in each other's place: "lampu" where the other has "sampah". What is put around a
/// letter (a greeting, a title, a forwarder's words) or into it exchanges nothing.
/// </summary>
internal static class Exchange
{
    // At an end, what is so much longer was put there; what is about as long was put in the place of the other.
    private const int AsLong = 2;
    private const int EnoughNames = 2;
    private const int LettersToASlip = 4;

    /// <summary>Tells what was exchanged.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    /// <param name="ofOne">What it alone says, with its weight.</param>
    /// <param name="ofOther">What the other alone says.</param>
    /// <returns>
    /// The weight of what each alone says in the place of what the other alone says, of the lesser side each time; and of what at least one of them alone
    /// says so, whatever the other says there: "adu ayam, ribut" and "organ tunggal, ribut", where the organ is what is loud; and
    /// whether a name was exchanged for another.
    /// </returns>
    public static (double OfBoth, double OfOne, bool OfNames) Of(Told one, Told other, IReadOnlyDictionary<string, double> ofOne, IReadOnlyDictionary<string, double> ofOther)
    {
        var (mine, theirs) = (one.Sequence, other.Sequence);
        var common = Common(mine, theirs);
        var row = theirs.Count + 1;
        // Where the letter itself names its place, another one at its end is that of who passes it on.
        var isNamed = one.Names.Count(name => Places.IsIn(name, other)) >= EnoughNames;
        var (both, either, names, i, j) = (0.0, 0.0, false, 0, 0);
        while (i < mine.Count || j < theirs.Count)
        {
            var (from, with) = (i, j);
            while ((i < mine.Count || j < theirs.Count) && !(i < mine.Count && j < theirs.Count && IsSame(mine[i], theirs[j])))
            {
                if (j == theirs.Count || (i < mine.Count && common[((i + 1) * row) + j] >= common[(i * row) + j + 1])) i++;
                else j++;
            }

            var isEnd = (from == 0 && with == 0) || (i == mine.Count && j == theirs.Count);
            if (IsExchange(i - from, j - with, isEnd))
            {
                var (said, alone) = Weigh(mine, from, i, theirs, with, j, one.Said, ofOne);
                var (othersSaid, othersAlone) = Weigh(theirs, with, j, mine, from, i, other.Said, ofOther);
                both += Math.Min(alone, othersAlone);
                names = names || (!(isEnd && isNamed) && Names(one, from, i, other) && Names(other, with, j, one));
                either += Math.Max(Math.Min(alone, othersSaid), Math.Min(said, othersAlone));
            }

            if (i < mine.Count) (i, j) = (i + 1, j + 1);
        }

        return (both, either, names);
    }

    private static bool IsExchange(int length, int others, bool isEnd) =>
        length > 0 && others > 0 && !(isEnd && Math.Max(length, others) > (AsLong * Math.Min(length, others)) + 1);

    // A name here, or a word of one, that the other text has nowhere.
    private static bool Names(Told one, int from, int to, Told other)
    {
        for (var at = from; at < to; at++)
        {
            var word = one.Sequence[at].Word;
            if (one.Names.Contains(word) ? !Places.IsIn(word, other) : WordBook.Parts.Contains(word) && !other.Words.Contains(word)) return true;
        }

        return false;
    }

    // The weight of what is said here, and of that what it alone says; slips are none.
    private static (double Said, double Alone) Weigh(IReadOnlyList<Token> mine, int from, int to, IReadOnlyList<Token> theirs, int with, int until, IReadOnlyDictionary<string, double> said, IReadOnlyDictionary<string, double> alone)
    {
        var (all, own) = (0.0, 0.0);
        for (var at = from; at < to; at++)
        {
            if (to - from == until - with && IsSlip(mine[at].Known, theirs[with + at - from].Known)) continue;
            all += WeightOf(mine[at], said);
            own += WeightOf(mine[at], alone);
        }

        return (all, own);
    }

    private static double WeightOf(Token token, IReadOnlyDictionary<string, double> alone) =>
        alone.TryGetValue(token.Known.Says.Name, out var weight) || alone.TryGetValue(token.Known.Stem, out weight) ? weight : 0;

    private static bool IsSame(Token one, Token other) => one.Known.Hash == other.Known.Hash;

    // In one and the same place of a letter a word that differs by little is a slip, unless both are words.
    private static bool IsSlip(KnownWord one, KnownWord other) =>
        !(one.IsCommon && other.IsCommon) && !one.IsNumber && !other.IsNumber && Distance(one.Word, other.Word) <= Math.Min(one.Word.Length, other.Word.Length) / LettersToASlip;

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var (diagonal, above) = (row[0], row[0] = i + 1);
            for (var j = 0; j < other.Length; j++)
            {
                above = row[j + 1];
                row[j + 1] = Math.Min(Math.Min(above, row[j]) + 1, diagonal + (one[i] == other[j] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }

    // Lengths of the longest common sequences of what is left from here on, row by row.
    private static int[] Common(IReadOnlyList<Token> mine, IReadOnlyList<Token> theirs)
    {
        var (words, others, row) = (HashesOf(mine), HashesOf(theirs), theirs.Count + 1);
        var common = new int[(mine.Count + 1) * row];
        for (var i = words.Length - 1; i >= 0; i--)
        {
            var here = common.AsSpan(i * row, row);
            var below = common.AsSpan((i + 1) * row, row);
            for (var j = others.Length - 1; j >= 0; j--) here[j] = words[i] == others[j] ? below[j + 1] + 1 : Math.Max(below[j], here[j + 1]);
        }

        return common;
    }

    private static int[] HashesOf(IReadOnlyList<Token> tokens)
    {
        var hashes = new int[tokens.Count];
        for (var at = 0; at < hashes.Length; at++) hashes[at] = tokens[at].Known.Hash;
        return hashes;
    }
}
