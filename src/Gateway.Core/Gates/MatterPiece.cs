using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Gateway.Core.Gates;

/// <summary>A sentence, line, member of a list or clause of a text.</summary>
/// <param name="Before">What stands between it and the piece before: blanks or a line end.</param>
/// <param name="Text">Its words with the sign that ends it, without a list mark.</param>
/// <param name="IsMember">It stands in a list: behind a list mark or a semicolon, or before one.</param>
internal sealed partial record MatterPiece(string Before, string Text, bool IsMember)
{
    private static readonly ImmutableArray<string> Leads = ["dan satu lagi", "dan juga", "sekalian", "trus ", "terus ", "selain itu", "satu lagi"];

    /// <summary>It says only that there are several matters.</summary>
    public bool Announces => Counting().IsMatch(Text);

    /// <summary>The pieces of a text in order; their words are all its words. Every blank is looked at once, however long the text.</summary>
    public static IReadOnlyList<MatterPiece> Of(string text)
    {
        // "km 8. Banjir" is no list; "1. jalan 2. lampu" is one, also within a line.
        var isList = CountsUp(text);
        var pieces = new List<MatterPiece>();
        var (start, before) = (0, "");
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i])) continue;
            var end = i + 1;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            var isLine = text.AsSpan(i, end - i).Contains('\n');
            if (end < text.Length && (isLine || IsBorder(text, i, end, isList)))
            {
                Add(text[start..i]);
                (start, before) = (end, isLine ? "\n" : " ");
            }

            i = end - 1;
        }

        Add(text[start..]);
        return pieces;

        void Add(string words)
        {
            var piece = ListMark().Replace(words, "").Trim();
            var isMember = piece.Length < words.Trim().Length || piece.EndsWith(';') || (pieces.Count > 0 && pieces[^1].Text.EndsWith(';'));
            if (piece.Length > 0) pieces.Add(new MatterPiece(before, piece, isMember));
        }
    }

    // Behind a sentence end (no abbreviation) or a comma, before a list mark or words that lead to something else.
    private static bool IsBorder(string text, int from, int to, bool isList)
    {
        if (from == 0) return false;
        var last = text[from - 1];
        if (last is ',' or '!' or '?' or ';') return true;
        if (last == '.' && EndsWord(text, from - 1)) return true;
        if (last == '.' && !isList && from >= 2 && char.IsDigit(text[from - 2]) && char.IsUpper(text[to])) return true;
        if (isList && IsMark(text, to)) return true;
        return Leads.Any(lead => string.Compare(text, to, lead, 0, lead.Length, StringComparison.OrdinalIgnoreCase) == 0);
    }

    // "Jl. Kartini" ends nothing.
    private static bool EndsWord(string text, int dot) =>
        dot >= 3 && char.IsLetter(text[dot - 1]) && char.IsLetter(text[dot - 2]) && char.IsLetter(text[dot - 3]);

    private static bool IsMark(string text, int at)
    {
        if (at < text.Length && text[at] == '(') at++;
        var digits = at;
        while (digits < text.Length && digits - at < 3 && char.IsAsciiDigit(text[digits])) digits++;
        if (digits > at) return digits - at <= 2 && digits < text.Length && text[digits] is '.' or ')' && IsLetterBehind(text, digits + 1);
        return at + 1 < text.Length && char.ToLowerInvariant(text[at]) is >= 'a' and <= 'e' && text[at + 1] == ')';
    }

    private static bool IsLetterBehind(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        return at < text.Length && char.IsLetter(text[at]);
    }

    private static bool CountsUp(string text)
    {
        var wanted = '1';
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != wanted || text[i + 1] is not ('.' or ')') || (i > 0 && char.IsAsciiDigit(text[i - 1]))) continue;
            if (i + 2 < text.Length && char.IsAsciiDigit(text[i + 2])) continue;
            if (wanted == '2') return true;
            wanted = '2';
        }

        return false;
    }

    [GeneratedRegex(@"^\s*(?:\(?\d{1,2}[.)](?=[ \t]*\p{L})|\(?[a-e]\)|[-*•–](?=\s))\s*", RegexOptions.IgnoreCase)]
    private static partial Regex ListMark();

    [GeneratedRegex(
        @"\A(?:(?:ada|saya|kami|mau|ingin|hendak|lapor|laporkan|melaporkan|sampaikan|menyampaikan|mengadukan)\s+)+(?:dua|tiga|empat|lima|beberapa|[2-5])\s+(?:hal|perkara|masalah|keluhan|laporan|aduan|pengaduan)"
        + @"(?:\s+(?:yang|yg|ingin|mau|hendak|akan|perlu|saya|kami|sampaikan|laporkan|adukan|keluhkan|disampaikan|dilaporkan))*\s*[.:,;!]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Counting();
}
