using System.Globalization;

namespace Gateway.Core.Attachments;

/// <summary>One character as a reader sees it, and how a PDF in WinAnsi shows it.</summary>
/// <param name="Shown">Characters of the face, one byte each.</param>
/// <param name="Actual">What it really is, where the face lacks it; null otherwise.</param>
internal sealed record PdfSign(string Shown, string? Actual = null)
{
    // Where WinAnsi has the signs that a telephone sets by itself.
    private const string Special = "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178";
    private const string Places = "\u0080\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008e\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009e\u009f";

    /// <summary>Null for what cannot be seen.</summary>
    public static PdfSign? Of(string element)
    {
        if (element == "\t") return new PdfSign("    ");
        if (element.Length == 1)
        {
            var c = element[0];
            if (c is (>= ' ' and <= '~') or (>= '\u00a0' and <= '\u00ff')) return new PdfSign(element);
            if (Special.IndexOf(c) is >= 0 and var at) return new PdfSign(Places[at].ToString());
            if (char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format) return null;
            if (char.IsWhiteSpace(c)) return new PdfSign(" ");
        }

        var isPicture = element.EnumerateRunes().Any(rune => System.Text.Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);
        return new PdfSign(isPicture ? "[emoji]" : string.Concat(element.EnumerateRunes().Select(rune => $"[U+{rune.Value:X4}]")), element);
    }
}
