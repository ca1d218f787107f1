namespace Gateway.Core.Duplicates;

/// <summary>Tells who only asks how something is done from who complains of it: the two want other answers. Pure.</summary>
internal static class Question
{
    public static bool Of(List<Token> tokens)
    {
        var asks = false;
        for (var at = 0; at < tokens.Count; at++)
        {
            var word = tokens[at].Known;
            // "bayar atau tidak" at the end asks as well; "sudah", "belum" tell what has happened.
            if ((word.IsNegation && at < tokens.Count - 1) || word.IsDone || word.IsAgain || word.IsWonder) return false;
            asks |= word.IsAsking;
        }

        return asks;
    }
}
