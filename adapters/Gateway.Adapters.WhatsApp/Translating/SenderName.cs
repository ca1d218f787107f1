namespace Gateway.Adapters.WhatsApp.Translating;

/// <summary>
/// One person under one name, however the export writes it: a number by its digits with 0 and 62 alike, a name without case,
/// extra spaces and the <c>~</c> of somebody not in the phone's contacts.
/// </summary>
internal static class SenderName
{
    private const int FewestDigits = 7;

    public static string Normalised(string? sender)
    {
        if (sender is null) return "";
        var shown = Shown(sender);
        if (IsNumber(shown)) return Digits(shown);
        return string.Join(' ', shown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
    }

    /// <summary>Without the <c>~</c>.</summary>
    public static string Shown(string sender) => sender.TrimStart('~', ' ').Trim() is { Length: > 0 } shown ? shown : sender;

    public static bool IsNumber(string shown)
    {
        var digits = 0;
        foreach (var c in shown)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c is not ('+' or '-' or ' ' or '.' or '(' or ')' or '\u00A0' or '\u2011' or '\u2010')) return false;
        }

        return digits >= FewestDigits;
    }

    private static string Digits(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.StartsWith('0') && !digits.StartsWith("00", StringComparison.Ordinal) ? "62" + digits[1..] : digits;
    }
}
