using Gateway.Core.Gates;

namespace Gateway.Core.Duplicates;

/// <summary>
/// What two letters, one of which was made from the other, say in each other's place: "lampu" where the other has "sampah". What is put around a
/// letter (a greeting, a title, a forwarder's words) or into it exchanges nothing.
/// </summary>
internal static class Exchange
{
    // At an end, what is so much longer was put there; what is about as long was put in the place of the other.
    private const int AsLong = 2;
    private const int LettersToASlip = 4;

    /// <summary>The weight of what was exchanged, of the lesser side each time.</summary>
    /// <param name="one">A text.</param>
    /// <param name="other">Another.</param>
    /// <param name="ofOne">What it alone says, with its weight.</param>
    /// <param name="ofOther">What the other alone says.</param>
    public static double Of(Told one, Told other, IReadOnlyDictionary<string, double> ofOne, IReadOnlyDictionary<string, double> ofOther)
    {
        if (ofOne.Count == 0 || ofOther.Count == 0) return 0;
        var (mine, theirs) = (one.Sequence, other.Sequence);
        var common = Common(mine, theirs);
        var (sum, i, j) = (0.0, 0, 0);
        while (i < mine.Count || j < theirs.Count)
        {
            var (from, with) = (i, j);
            while ((i < mine.Count || j < theirs.Count) && !(i < mine.Count && j < theirs.Count && IsSame(mine[i], theirs[j])))
            {
                if (j == theirs.Count || (i < mine.Count && common[i + 1, j] >= common[i, j + 1])) i++;
                else j++;
            }

            var isEnd = (from == 0 && with == 0) || (i == mine.Count && j == theirs.Count);
            sum += Gap(mine, (from, i), theirs, (with, j), isEnd, ofOne, ofOther);
            if (i < mine.Count) (i, j) = (i + 1, j + 1);
        }

        return sum;
    }

    private static double Gap(
        IReadOnlyList<Token> mine, (int From, int To) my, IReadOnlyList<Token> theirs, (int From, int To) their, bool isEnd, IReadOnlyDictionary<string, double> ofOne, IReadOnlyDictionary<string, double> ofOther)
    {
        var (length, others) = (my.To - my.From, their.To - their.From);
        if (length == 0 || others == 0 || (isEnd && Math.Max(length, others) > (AsLong * Math.Min(length, others)) + 1)) return 0;
        var (weight, otherWeight) = (0.0, 0.0);
        for (var at = 0; at < Math.Max(length, others); at++)
        {
            if (length == others && IsSlip(mine[my.From + at].Known, theirs[their.From + at].Known)) continue;
            if (at < length) weight += WeightOf(mine[my.From + at], ofOne);
            if (at < others) otherWeight += WeightOf(theirs[their.From + at], ofOther);
        }

        return Math.Min(weight, otherWeight);
    }

    private static double WeightOf(Token token, IReadOnlyDictionary<string, double> alone) =>
        alone.TryGetValue(token.Known.Says.Name, out var weight) || alone.TryGetValue(WordStems.Of(token.Word).ToString(), out weight) ? weight : 0;

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

    // Lengths of the longest common sequences of what is left from here on.
    private static int[,] Common(IReadOnlyList<Token> mine, IReadOnlyList<Token> theirs)
    {
        var common = new int[mine.Count + 1, theirs.Count + 1];
        for (var i = mine.Count - 1; i >= 0; i--)
        {
            for (var j = theirs.Count - 1; j >= 0; j--) common[i, j] = IsSame(mine[i], theirs[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }
}
