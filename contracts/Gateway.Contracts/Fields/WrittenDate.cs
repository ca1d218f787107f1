using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Contracts.Fields;

/// <summary>
/// A day as people in Indonesia write it: <c>2026-06-12</c>, <c>12/06/2026</c>, <c>12-6-26</c>, <c>Jumat, 12 Juni 2026</c>. The day
/// always stands before the month; what does not fit is not guessed at.
/// </summary>
public static partial class WrittenDate
{
    /// <summary>Western Indonesia's middle zone, in which a day of the gateway is counted.</summary>
    public static TimeSpan Wita { get; } = TimeSpan.FromHours(8);

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

    private static readonly Dictionary<string, int> OtherMonths = new(StringComparer.Ordinal)
    {
        ["may"] = 5,
        ["aug"] = 8,
        ["ags"] = 8,
        ["agt"] = 8,
        ["oct"] = 10,
        ["nop"] = 11,
        ["dec"] = 12,
        ["peb"] = 2,
    };

    /// <summary>The day, or null when the text is no day between 1900 and 2100. A moment with an offset counts as its day in WITA.</summary>
    public static DateOnly? Read(string text)
    {
        text = text.Trim();
        if (Moment().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is > 1900 and < 2100)
        {
            return DateOnly.FromDateTime(moment.ToOffset(Wita).DateTime);
        }

        if (YearFirst().Match(text) is { Success: true } iso) return Day(iso.Groups[1], iso.Groups[2], iso.Groups[3]);
        if (DayFirst().Match(text) is { Success: true } day) return Day(day.Groups[3], day.Groups[2], day.Groups[1]);
        if (Worded().Match(text) is { Success: true } word && Month(word.Groups[2].Value) is { } month)
            return Day(Year(word.Groups[3]), month, Number(word.Groups[1]));
        return null;
    }

    private static DateOnly? Day(Group year, Group month, Group day) => Day(Year(year), Number(month), Number(day));

    private static DateOnly? Day(int year, int month, int day)
    {
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Year(Group digits) =>
        digits.Length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

    private static int? Month(string word)
    {
        var start = word.ToLowerInvariant()[..3];
        var index = Array.IndexOf(Months, start);
        return index >= 0 ? index + 1 : OtherMonths.TryGetValue(start, out var month) ? month : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:?[0-9]{2})$")]
    private static partial Regex Moment();

    [GeneratedRegex(@"^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ,]+[0-9:.]+.{0,6})?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?:[A-Za-z']{3,7},?\s+)?([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})(?:[ ,]+(?:pukul |jam )?[0-9:.]+.{0,6})?$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?:[A-Za-z']{3,7},?\s+)?([0-9]{1,2})[ -]+([A-Za-z]{3,9})\.?[ -]+([0-9]{4}|[0-9]{2})(?:[ ,]+(?:pukul |jam )?[0-9:.]+.{0,6})?$")]
    private static partial Regex Worded();
}
