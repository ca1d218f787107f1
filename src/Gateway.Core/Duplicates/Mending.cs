namespace Gateway.Core.Duplicates;

/// <summary>
/// Tells who says that it was mended: then it broke again, which is a matter after the first one though most of its words are the same, or it is the report
/// of the one who mended it. Pure.
/// </summary>
internal static class Mending
{
    // "sudah pernah diperbaiki", "setelah lama disegel"
    private const int Between = 2;

    public static bool Of(List<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(at => IsMended(tokens, at));

    // Not "belum pernah diperbaiki".
    private static bool IsMended(List<Token> tokens, int at)
    {
        if (!tokens[at].Known.IsMended) return false;
        var before = tokens.GetRange(Math.Max(0, at - Between - 1), Math.Min(at, Between + 1));
        return before.Exists(token => token.Known.IsDone) && !before.Exists(token => token.Known.IsNegation);
    }
}
