using Gateway.Contracts;
using MimeKit;
using MimeKit.Utils;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The Date header: the writer's own clock.</summary>
internal static class MailDate
{
    // Clocks are set wrong by an hour or a zone; a day more is no clock any more.
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(26);

    /// <summary>Null when absent or broken, before 1990, where unset clocks point, or later than the mail arrived.</summary>
    public static DateTimeOffset? Of(HeaderList headers) => Of(headers[HeaderId.Date], headers[HeaderId.Received]);

    /// <inheritdoc cref="Of(HeaderList)"/>
    /// <param name="written">The Date header; null when there is none.</param>
    /// <param name="received">The first Received header; null when there is none.</param>
    public static DateTimeOffset? Of(string? written, string? received)
    {
        var date = Parse(written);
        return date is not null && Arrived(received) is { } arrived && date > arrived + Tolerance ? null : date;
    }

    // What the last server on the road wrote on top, after the last semicolon.
    private static DateTimeOffset? Arrived(string? received) => received is null ? null : Parse(received[(received.LastIndexOf(';') + 1)..]);

    private static DateTimeOffset? Parse(string? text) =>
        text is not null && (TryUsual(text, out var date) || DateUtils.TryParse(text, out date)) && date.Year is >= 1990 and < 2200 ? date : null;

    // "Mon, 15 Jun 2026 19:42:11 +0800", as nearly all programs write it.
    private static bool TryUsual(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length is not (30 or 31) || text[3] != ',' || text[4] != ' ' || WeekDays.IndexOf(text[..3]) % 3 != 0) return false;
        var rest = text[^24..];
        var day = Figures(text[5..^24]);
        if (rest is not [' ', _, _, _, ' ', _, _, _, _, ' ', _, _, ':', _, _, ':', _, _, ' ', '+' or '-', _, _, _, _]) return false;
        var (month, year) = (Months.IndexOf(rest[1..4]), Figures(rest[5..9]));
        var (hour, minute, second) = (Figures(rest[10..12]), Figures(rest[13..15]), Figures(rest[16..18]));
        var (hours, minutes) = (Figures(rest[20..22]), Figures(rest[22..24]));
        if (month < 0 || month % 3 != 0 || year < 1990 || day < 1 || day > DateTime.DaysInMonth(year, (month / 3) + 1)) return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || hours is < 0 or > 12 || minutes is < 0 or > 59) return false;
        var offset = new TimeSpan(hours, minutes, 0);
        date = new DateTimeOffset(year, (month / 3) + 1, day, hour, minute, second, rest[19] == '-' ? -offset : offset);
        return true;
    }

    private static ReadOnlySpan<char> WeekDays => "SunMonTueWedThuFriSat";

    private static ReadOnlySpan<char> Months => "JanFebMarAprMayJunJulAugSepOctNovDec";

    private static int Figures(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter)) return -1;
            value = (value * 10) + letter - '0';
        }

        return value;
    }

    /// <summary>
    /// When a mail in a file was sent, or failing that arrived, from bytes not read yet. Null also when they are no mail or cannot be
    /// opened.
    /// </summary>
    public static DateTimeOffset? Of(IRawContent content)
    {
        try
        {
            using var stream = SeekableStream.Of(content);
            return MailLoading.LoadHeaders(stream) is { } headers ? Of(headers) ?? Arrived(headers[HeaderId.Received]) : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null; // The translator says what is wrong with it.
        }
    }
}
