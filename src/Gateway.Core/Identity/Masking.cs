using System.Text;
using System.Text.RegularExpressions;
using Gateway.Contracts;

namespace Gateway.Core.Identity;

/// <summary>
/// Blots out of a text what points to a person: NIK, phone and account numbers, e-mail and home addresses, and whatever is known of the
/// reporter. What is sent, listed or published passes through here. Pure.
/// </summary>
public static partial class Masking
{
    /// <summary>What stands in the place of blotted words.</summary>
    public const string Blot = "[disamarkan]";

    /// <summary>The text without the person.</summary>
    public static string Apply(string text, Reporter? reporter)
    {
        var masked = text;
        if (reporter is not null)
        {
            masked = Literal(masked, reporter.Address, 6);
            masked = Literal(masked, reporter.Name, 3);
            masked = Literal(masked, reporter.Handle, 3);
            masked = Literal(masked, reporter.Email, 3);
            masked = Digits(masked, reporter.Phone);
            masked = Digits(masked, reporter.Nik);
        }

        masked = EmailAddress().Replace(masked, Blot);
        masked = HomeAddress().Replace(masked, match => match.Groups["lead"].Value + Blot);
        masked = Account().Replace(masked, match => match.Groups["lead"].Value + Blot);
        masked = Nik().Replace(masked, Blot);
        return Phone().Replace(masked, Blot);
    }

    // Whole words only, any white space between them: a name "Ani" must not blot "melayani".
    private static string Literal(string text, string? value, int shortest)
    {
        if (value is null || value.Trim().Length < shortest) return text;
        var words = value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // Making the expression costs more than all else here, and most texts do not name their writer.
        if (Ascii.IsValid(text) && Ascii.IsValid(words[0]) && !text.Contains(words[0], StringComparison.OrdinalIgnoreCase)) return text;
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
        var pattern = @"(?<!\d)(\+?62|0)?[\s.()-]*" + string.Join(@"[\s.()-]*", digits.ToCharArray()) + @"(?!\d)";
        return Regex.Replace(text, pattern, Blot, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"(?<lead>\b(?:alamat(?: rumah| saya| lengkap)*(?: (?:di|adalah))?\s*[:=]?|beralamat di|(?:saya )?(?:tinggal|berdomisili) di|rumah saya di)\s*)(?=\S*\s?(?:jl|jalan|jln|gg|gang|perum|rt|blok|komplek|desa|dusun)\b)[^\n;]{4,120}?(?=[.;\n]\s|[.;\n]?$|, (?:saya|ingin|mohon|mau)|\n)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HomeAddress();

    [GeneratedRegex(@"(?<lead>\b(?:no\.?\s*)?rek(?:ening)?\b[^\d\n]{0,25})\d[\d .-]{5,22}\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Nik();

    [GeneratedRegex(@"(?<![\d/])(?:\+?62|0)[\s.-]?(?:\(?8\d{1,2}\)?|\(?[2-79]\d{1,2}\)?)(?:[\s.-]?\d){5,9}(?!\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Phone();
}
