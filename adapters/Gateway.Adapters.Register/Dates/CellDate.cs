using System.Globalization;
using System.Text.RegularExpressions;
using Gateway.Contracts.Fields;

namespace Gateway.Adapters.Register.Dates;

/// <summary>The shapes in which a cell holds a day. What one cell alone cannot tell, its <see cref="DateColumn"/> does.</summary>
internal static partial class CellDate
{
    private const int Longest = 60;

    // 2000 to 2099. What a spreadsheet writes when nobody told it that the number is a day.
    private const int FirstSerial = 36_526;
    private const int LastSerial = 73_050;

    /// <summary>Two numbers and a year, of which either may be the day.</summary>
    public static (int First, int Second, int Year)? Numbers(string text) =>
        Bare(text) is { } bare && Numeric().Match(bare) is { Success: true } match
            ? (Number(match.Groups[1]), Number(match.Groups[2]), Year(match.Groups[3]))
            : null;

    /// <summary>A day and a month without a year, as <c>3 Mar</c> or <c>03/04</c>; to be completed by a year.</summary>
    public static string? WithoutYear(string text, int year)
    {
        if (Bare(text) is not { } bare || !Yearless().IsMatch(bare)) return null;
        return string.Create(CultureInfo.InvariantCulture, $"{bare.TrimEnd('.')}{(char.IsAsciiDigit(bare.TrimEnd('.')[^1]) ? '/' : ' ')}{year}").Replace(".", "/", StringComparison.Ordinal);
    }

    public static DateTime? Serial(string text) =>
        double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? Workbooks.SerialDay.Moment(serial, is1904: false)
            : null;

    /// <summary>The time that follows the day; midnight when none does.</summary>
    public static TimeSpan Time(string text)
    {
        if (text.Length > Longest || Clock().Match(text) is not { Success: true } clock) return TimeSpan.Zero;
        var hour = Number(clock.Groups[1]);
        var half = clock.Groups[4].Value;
        if (half.Length > 0 && hour is > 0 and <= 12) hour = (hour % 12) + (half is "PM" or "pm" ? 12 : 0);
        return new TimeSpan(hour, Number(clock.Groups[2]), clock.Groups[3].Success ? Number(clock.Groups[3]) : 0);
    }

    /// <summary>The day in the one way in which it can be read. Null when it is none.</summary>
    public static DateOnly? Day(string text) => Bare(text) is { } bare ? WrittenDate.Read(bare) : null;

    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // "Tgl. 3 Maret 2026", "Senin / 3 Maret 2026".
    private static string? Bare(string text) =>
        text.Length <= Longest && WrittenWords.Line(text) is { } line ? Lead().Replace(line, "").Trim() : null;

    private static int Year(Group digits) => digits.Length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?:(?:tgl|tanggal|tg)\b[.: ]{0,3}|(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b[ ,/-]{1,4})+", Words, 2000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^([0-9]{1,2}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{4}|[0-9]{2})(?:[ ,]+(?:pukul |jam )?[0-9:.]+.{0,9})?$", Words, 2000)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^[0-9]{1,2}(?:[ -]{1,2}[a-z]{3,9}\.?|[/.-][0-9]{1,2})$", Words, 2000)]
    private static partial Regex Yearless();

    [GeneratedRegex(@"[ ,T](?:pukul |jam )?([01]?[0-9]|2[0-3])[.:]([0-5][0-9])(?:[.:]([0-5][0-9]))?(?: ?(AM|PM))?(?: ?(?:WITA|WIB|WIT))?$", Words, 2000)]
    private static partial Regex Clock();
}
