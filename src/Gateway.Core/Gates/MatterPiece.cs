using System.Text.RegularExpressions;

namespace Gateway.Core.Gates;

/// <summary>A sentence, line, member of a list or clause of a text.</summary>
/// <param name="Before">What stands between it and the piece before: a blank, a line end.</param>
/// <param name="Text">Its words with the sign that ends it, without a list mark.</param>
internal sealed partial record MatterPiece(string Before, string Text)
{
    /// <summary>The pieces of a text in order; their words are all its words.</summary>
    public static IReadOnlyList<MatterPiece> Of(string text)
    {
        // "km 8. Banjir" is no list; "1. jalan 2. lampu" is one, also within a line.
        var border = CountsUp().IsMatch(text) ? ListBorder() : Border();
        var pieces = new List<MatterPiece>();
        var (start, before) = (0, "");
        foreach (Match between in border.Matches(text))
        {
            Add(text[start..between.Index]);
            (start, before) = (between.Index + between.Length, between.Value.Contains('\n') ? "\n" : between.Value);
        }

        Add(text[start..]);
        return pieces;

        void Add(string words)
        {
            var piece = ListMark().Replace(words, "").Trim();
            if (piece.Length > 0) pieces.Add(new MatterPiece(before, piece));
        }
    }

    [GeneratedRegex(@"(?<!\d)1[.)]\s*\D.*(?<!\d)2[.)]\s*\D", RegexOptions.Singleline)]
    private static partial Regex CountsUp();

    // Behind a sentence end (no abbreviation), at a line end, behind a comma, before words that lead to something else.
    [GeneratedRegex(@"(?<=\p{L}{3,}[.!?;]|\d[.!?;])\s+(?=\p{Lu}|[(\-*•])|(?<=[!?;])\s+|(?<=\p{L}{3,}\.)\s+|\s*\n\s*|(?<=,)\s+|\s+(?=dan (?:satu lagi|juga)\b|sekalian\b|(?:trus|terus|selain itu|satu lagi) )", RegexOptions.IgnoreCase)]
    private static partial Regex Border();

    [GeneratedRegex(@"(?<=\p{L}{3,}[.!?;])\s+|\s*\n\s*|(?<=,)\s+|\s+(?=\(?(?:\d{1,2}[.)]|[a-e]\))\s*\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex ListBorder();

    [GeneratedRegex(@"^\s*(?:\(?\d{1,2}[.)](?=\s*\p{L})|\(?[a-e]\)|[-*•–](?=\s))\s*", RegexOptions.IgnoreCase)]
    private static partial Regex ListMark();
}
