using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Core.Identity;

/// <summary>
/// Blots out of a text what points to a person: NIK, phone and account numbers, e-mail and home addresses, and whatever is known of the
/// reporter. What is sent, listed or published passes through here. Pure.
/// </summary>
public static partial class Masking
{
    /// <summary>What stands in the place of blotted words.</summary>
    public const string Blot = "[disamarkan]";

    // Between two digits of a phone number: a space, a line end, or a dash or dot with or without spaces.
    private const string Gap = @"(?:[^\S\n]{0,2}[._*\u2010-\u2015-][^\S\n]{0,2}|[^\S\n]{1,3}|\n)?";

    // An account has seven, every other kind of number more.
    private const int FewestDigits = 7;

    // ")", a gap of five, "(": the most that stands between two digits of one number in the expressions below.
    private const int LongestGap = 7;

    /// <summary>The text without the person.</summary>
    /// <returns>Only <see cref="Blot"/> when a text is made so that looking through it takes too long: then nobody sees any of it.</returns>
    public static string Apply(string text, Reporter? reporter) => TryApply(text, reporter) ?? Blot;

    /// <summary>The same; null for such a text, which an address that is blotted whole is not.</summary>
    public static string? TryApply(string text, Reporter? reporter)
    {
        try
        {
            return OnceMore.After(() => Masked(Plain(text), reporter));
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string Masked(string text, Reporter? reporter)
    {
        // Addresses first: a known name must not break up the address it is part of.
        var masked = Literal(text, reporter?.Email, 3);
        if (masked.AsSpan().ContainsAny('@', '[', '(')) masked = EmailAddress().Replace(masked, Blot);
        if (reporter is not null)
        {
            masked = Literal(masked, reporter.Address is { } address && HomeAddresses.NamesHouse(address) ? address : null, 6);
            masked = Literal(masked, reporter.Name, 3);
            foreach (var part in PartsOf(reporter.Name)) masked = Literal(masked, part, 7);
            masked = Literal(masked, reporter.Handle, 3);
            masked = Digits(masked, reporter.Phone);
            masked = Digits(masked, reporter.Nik);
        }

        masked = HomeAddresses.Blot(masked, Blot);
        if (!HoldsNumber(masked)) return masked;
        masked = Account().Replace(masked, match => match.Groups["lead"].Value + Blot);
        return Numbers().Replace(masked, match => match.Groups["ours"].Success ? match.Value : match.Groups["lead"].Value + Blot);
    }

    // Whether a number of somebody can be in it at all: so many digits with no more between two of them than a dash in blanks and brackets.
    private static bool HoldsNumber(string text)
    {
        var (digits, gap) = (0, 0);
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('0', '9') is >= 0 and var next)
        {
            gap += next;
            digits = gap > LongestGap ? 1 : digits + 1;
            if (digits == FewestDigits) return true;
            gap = 0;
            rest = rest[(next + 1)..];
        }

        return false;
    }

    // Invisible characters between digits, and digits of other writings, hide a number from the eye of a rule but not of a reader.
    private static string Plain(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            .Select(c => char.IsDigit(c) && !char.IsAsciiDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));

    // A person of three names or more signs with two of them.
    private static IEnumerable<string> PartsOf(string? name)
    {
        var words = (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 3 ? [] : Enumerable.Range(0, words.Length - 1).Select(i => $"{words[i]} {words[i + 1]}");
    }

    // Whole words only, any white space between them: a name "Ani" must not blot "melayani".
    private static string Literal(string text, string? value, int shortest)
    {
        if (value is null || value.Trim().Length < shortest) return text;
        var words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // Making the expression costs more than all else here, and most texts do not name their writer.
        if (Ascii.IsValid(text) && words.Any(word => Ascii.IsValid(word) && !text.Contains(word, StringComparison.OrdinalIgnoreCase))) return text;
        return Regex.Replace(text, $@"(?<![\p{{L}}\p{{N}}]){string.Join(@"\s+", words.Select(Regex.Escape))}(?![\p{{L}}\p{{N}}])", Blot, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    // The same number with other separators, and 0 or 62 in front.
    private static string Digits(string text, string? value)
    {
        var digits = new string([.. (value ?? "").Where(char.IsAsciiDigit)]);
        if (digits.Length < 8) return text;
        if (digits.StartsWith("62", StringComparison.Ordinal)) digits = digits[2..];
        digits = digits.TrimStart('0');
        if (text.Count(char.IsAsciiDigit) < digits.Length) return text;
        const string Any = @"[\s.()\u2010-\u2015-]*";
        var pattern = @"(?<!\d)(?:(?:\+?62|0)" + Any + ")?" + string.Join(Any, digits.ToCharArray()) + @"(?!\d)";
        return Regex.Replace(text, pattern, Blot, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex EmailAddress();

    // Neither an amount nor a day is an account, though a bill may name both.
    [GeneratedRegex(
        @"(?<lead>\b(?:(?:no\.?\s*)?rek(?:ening)?|norek|va|virtual account|BCA|BRI|BNI|BSI|BTN|Mandiri|Bankaltimtara)\b(?:(?!\bRp)[^\d\n]){0,25})(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b)\d(?:[ .-]{0,2}\d){6,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Account();

    // An NPWP and a BPJS number are as good as a NIK. One pass, so that neither kind of number eats half of the other: our own numbers stay; a NIK begins with no 0 and no 62 8; a phone
    // number has dashes, dots or spaces anywhere and does not continue an amount; without its 0 it must be called a phone.
    [GeneratedRegex(
        @"(?<ours>\bG[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}\b)" +
        @"|\b\d{2}\.?\d{3}\.?\d{3}\.?\d-\d{3}\.?\d{3}\b" +
        @"|(?<!\d)000\d{10}(?!\d)" +
        @"|(?<!\d|\bRp\.?\s?)(?!62[ .-]?8)[1-9](?:[ .-]?\d){15}(?!\d)" +
        @"|(?<!\d\.?)(?:\+?62|0)" + Gap + @"(?:\(?8\d{1,2}\)?|\(?[2-79]\d{1,2}\)?)(?:" + Gap + @"\d){5,9}(?!\d)" +
        @"|(?<lead>\b(?:wa|whatsapp|hp|telp?|telepon|kontak|hubungi)\b[^\d\n]{0,15})(?<!\d)8\d{2}(?:" + Gap + @"\d){6,9}(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Numbers();
}
