using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The writer's phone number, if exactly one stands in the text behind a label such as <c>HP:</c> or <c>WA</c>. Anything less certain is nobody's.</summary>
internal static partial class PhoneInText
{
    public static string? Of(string text)
    {
        // Every mobile number has one; most texts have no number at all.
        if (!text.Contains('8', StringComparison.Ordinal)) return null;
        var numbers = Labelled().Matches(text).Select(match => match.Groups["number"].Value.Trim()).DistinctBy(Digits).Take(2).ToList();
        return numbers is [var only] && Digits(only).Length is >= 9 and <= 15 ? only : null;
    }

    private static string Digits(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.StartsWith("62", StringComparison.Ordinal) ? "0" + digits[2..] : digits;
    }

    [GeneratedRegex(@"\b(?:no\.?\s?)?(?:hp|wa|whatsapp|telp|telepon|tlp|ponsel|handphone|kontak)(?:\s?/\s?(?:wa|hp|telp))?(?:\s(?:saya|kami))?\s{0,3}[:.\-]?\s{0,3}(?<number>(?:\+62|62|0)[\s\-.]?8\d(?:[\s\-.]?\d){6,11})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Labelled();
}
