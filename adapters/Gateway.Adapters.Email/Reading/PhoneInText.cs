using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The writer's phone number, if exactly one stands in the text behind a label such as <c>HP:</c> or <c>WA</c>. Anything less certain is nobody's.</summary>
internal static partial class PhoneInText
{
    public static string? Of(string text)
    {
        if (!MayHoldNumber(text)) return null;
        var numbers = Labelled().Matches(text).Select(match => match.Groups["number"].Value.Trim()).DistinctBy(Digits).Take(2).ToList();
        return numbers is [var only] && Digits(only).Length is >= 9 and <= 15 ? only : null;
    }

    // Every mobile number has 08 or 628 in it, with a sign between at most, and a figure behind; most texts have no number at all.
    private static bool MayHoldNumber(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('8'); at >= 0;)
        {
            var before = at > 0 && (text[at - 1] is '.' or '-' || char.IsWhiteSpace(text[at - 1])) ? at - 2 : at - 1;
            if (before >= 0 && text[before] is '0' or '2' && at + 1 < text.Length && char.IsDigit(text[at + 1])) return true;
            var next = text[(at + 1)..].IndexOf('8');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static string Digits(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.StartsWith("62", StringComparison.Ordinal) ? "0" + digits[2..] : digits;
    }

    [GeneratedRegex(@"\b(?:no\.?\s?)?(?:hp|wa|whatsapp|telp|telepon|tlp|ponsel|handphone|kontak)(?:\s?/\s?(?:wa|hp|telp))?(?:\s(?:saya|kami))?\s{0,3}[:.\-]?\s{0,3}(?<number>(?:\+62|62|0)[\s\-.]?8\d(?:[\s\-.]?\d){6,11})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Labelled();
}
