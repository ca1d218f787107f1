using System.Net;
using System.Text.RegularExpressions;
using Gateway.Contracts.Fields;

namespace Gateway.Core.Forwarding;

/// <summary>A text as the centre shows it, which may have wrapped it in markup or cut its end, and whether it is one of ours. Pure.</summary>
internal static partial class CentreText
{
    // Letters and digits of a text by which it is recognised; its end may be cut, or bear what we did not send.
    private const int Told = 60;

    // Shorter words stand in many texts; they count only as the whole of one.
    private const int Telling = 12;

    /// <summary>Without markup, its entities written out.</summary>
    public static string Plain(string text) => WebUtility.HtmlDecode(Markup().Replace(text, " "));

    /// <summary>Letters and digits of the text, and of what stands in it before a mark of omission ("... selengkapnya").</summary>
    public static IEnumerable<string> Readings(string text)
    {
        var plain = Plain(text);
        yield return FieldNames.Fold(plain);
        if (Omission().Match(plain) is { Success: true } omission) yield return FieldNames.Fold(plain[..omission.Index]);
    }

    /// <summary>
    /// Whether a text that bears our marker holds the beginning of our words too. A marker alone proves nothing: anybody who knows his tracking
    /// number can write it under another matter.
    /// </summary>
    /// <param name="text">The text at the centre.</param>
    /// <param name="words">What was sent. Of words without a letter or digit the marker has to be enough.</param>
    public static bool Holds(string text, string words)
    {
        // "Banjir < 1 m di Jalan A, > 2 jam": what looks like markup is gone at the centre.
        string[] told = [FieldNames.Fold(words), FieldNames.Fold(Plain(words))];
        return told[0].Length == 0 || Readings(text).Any(reading => told.Any(begun => begun.Length > 0 && (reading.Contains(Beginning(begun), StringComparison.Ordinal) || IsCutOf(reading, begun))));
    }

    /// <summary>Whether a text without a marker may be the one that begins so. Both folded.</summary>
    public static bool MayBe(string reading, string told)
    {
        if (reading.Length == 0 || told.Length == 0) return false;
        if (reading == told) return true;
        return (told.Length >= Telling && reading.Contains(Beginning(told), StringComparison.Ordinal)) || IsCutOf(reading, told);
    }

    private static string Beginning(string told) => told[..Math.Min(told.Length, Told)];

    private static bool IsCutOf(string reading, string told) => reading.Length >= Telling && told.StartsWith(reading, StringComparison.Ordinal);

    [GeneratedRegex(@"<[^<>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"…|\.{3}", RegexOptions.RightToLeft)]
    private static partial Regex Omission();
}
