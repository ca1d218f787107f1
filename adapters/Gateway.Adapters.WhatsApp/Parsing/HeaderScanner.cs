using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Reads the beginning of a line as a header of any shape seen in real exports. It knows nothing of the file; whether the
/// candidate counts is for <see cref="HeaderGrammar"/> to say.
/// </summary>
internal static class HeaderScanner
{
    private static readonly string[] Connectors = ["pukul", "at", "à", "um", "kl."];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<char> line, out HeaderCandidate candidate) =>
        PlainHeader.TryRead(line, out candidate) || TryReadAny(line, out candidate);

    /// <summary>The same without the short way for the headers most phones write.</summary>
    public static bool TryReadAny(ReadOnlySpan<char> line, out HeaderCandidate candidate)
    {
        candidate = default;
        var i = 0;
        SkipMarks(line, ref i);
        if (i >= line.Length || !(line[i] is '[' or 'R' or 'H' or '令' or '平' || IsDigit(line[i]))) return false;

        var bracketed = line[i] == '[';
        if (bracketed) i++;
        if (!TryReadDate(line, ref i, out var date)) return false;
        if (!TryReadGap(line, ref i, out var comma)) return false;

        var before = DayPeriod.TryRead(line, ref i);
        if (before is not null) SkipSpaces(line, ref i);
        if (!TryReadTime(line, ref i, out var time)) return false;

        var afterTime = i;
        SkipSpaces(line, ref i);
        var period = before ?? DayPeriod.TryRead(line, ref i);
        if (period is null || before is not null) i = afterTime;
        if (!TryReadEnd(line, ref i, bracketed)) return false;

        var hour = period is { } afternoon ? DayPeriod.Hour(time.Hour, afternoon) : time.Hour;
        if (hour > 23 || time.Minute > 59 || time.Second > 59) return false;

        var shape = new HeaderShape(bracketed, date.Separator, time.Separator, comma, time.HasSeconds, period is not null, date.YearFirst, date.YearDigits);
        candidate = new HeaderCandidate(shape, date.Year, date.First, date.Second, hour, time.Minute, time.Second, i);
        return true;
    }

    private static bool TryReadDate(
        ReadOnlySpan<char> line, ref int i, out (int Year, int First, int Second, char Separator, bool YearFirst, int YearDigits) date)
    {
        date = default;
        SkipMarks(line, ref i);
        var era = Era.Read(line, ref i);
        if (!TryReadNumber(line, ref i, out var a, out var aDigits)) return false;
        SkipMarks(line, ref i);
        if (i >= line.Length || line[i] is not ('/' or '.' or '-')) return false;
        var separator = line[i];
        if (!TryReadSeparator(line, ref i, separator) || !TryReadNumber(line, ref i, out var b, out var bDigits)) return false;
        if (!TryReadSeparator(line, ref i, separator) || !TryReadNumber(line, ref i, out var c, out var cDigits)) return false;
        if (separator == '.' && i < line.Length && line[i] == '.') i++;

        if (era > 0 && (a is 0 or > 99 || aDigits > 2)) return false;
        var yearFirst = aDigits == 4 || era > 0;
        if (bDigits > 2 || (yearFirst ? cDigits > 2 : aDigits > 2 || cDigits is not (2 or 4))) return false;
        var year = era > 0 ? era + a : Gregorian(yearFirst ? a : c);
        date = yearFirst ? (year, b, c, separator, true, era > 0 ? 1 : 4) : (year, a, b, separator, false, cDigits);
        return year is >= 1990 and <= 2100;
    }

    // Thai phones count from 543 BC; WhatsApp is of 2009, so a two-digit year from 52 on can only be 2552 and later.
    private static int Gregorian(int year) => year switch
    {
        < 52 => 2000 + year,
        < 100 => 2500 + year - 543,
        > 2500 => year - 543,
        _ => year,
    };

    private static bool TryReadSeparator(ReadOnlySpan<char> line, ref int i, char separator)
    {
        SkipMarks(line, ref i);
        if (i >= line.Length || line[i] != separator) return false;
        i++;
        if (separator == '.') SkipSpaces(line, ref i);
        return true;
    }

    private static bool TryReadGap(ReadOnlySpan<char> line, ref int i, out bool comma)
    {
        SkipMarks(line, ref i);
        comma = i < line.Length && line[i] is ',' or '\u060C';
        if (comma) i++;
        var start = i;
        SkipSpaces(line, ref i);
        if (i == start && !comma) return false;

        foreach (var word in Connectors)
        {
            if (!line[i..].StartsWith(word) || i + word.Length >= line.Length || !Invisible.IsSpace(line[i + word.Length])) continue;
            i += word.Length;
            SkipSpaces(line, ref i);
            break;
        }

        return true;
    }

    private static bool TryReadTime(ReadOnlySpan<char> line, ref int i, out (int Hour, int Minute, int Second, bool HasSeconds, char Separator) time)
    {
        time = default;
        if (!TryReadNumber(line, ref i, out var hour, out var digits) || digits > 2) return false;
        if (i >= line.Length || line[i] is not (':' or '.')) return false;
        var separator = line[i++];
        if (!TryReadNumber(line, ref i, out var minute, out digits) || digits != 2) return false;
        time = (hour, minute, 0, false, separator);
        if (i + 1 >= line.Length || line[i] != separator || !IsDigit(line[i + 1])) return true;
        i++;
        if (!TryReadNumber(line, ref i, out var second, out digits) || digits != 2) return false;
        time = (hour, minute, second, true, separator);
        return true;
    }

    private static bool TryReadEnd(ReadOnlySpan<char> line, ref int i, bool bracketed)
    {
        if (!bracketed)
        {
            var start = i;
            SkipSpaces(line, ref i);
            if (i == start) return false;
        }

        if (i >= line.Length || !(bracketed ? line[i] == ']' : line[i] is '-' or '–')) return false;
        i++;
        if (i < line.Length && !Invisible.IsSpace(line[i])) return false;
        if (i < line.Length) i++;
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> line, ref int i, out int value, out int digits)
    {
        SkipMarks(line, ref i);
        value = digits = 0;
        while (i < line.Length && IsDigit(line[i]) && digits < 5)
        {
            value = (value * 10) + Digit(line[i++]);
            digits++;
        }

        return digits is > 0 and < 5;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || (c > '\u0600' && char.IsDigit(c));

    // Arabic-Indic, Devanagari and other digits count too.
    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : CharUnicodeInfo.GetDecimalDigitValue(c);

    private static void SkipMarks(ReadOnlySpan<char> line, ref int i)
    {
        while (i < line.Length && Invisible.IsMark(line[i])) i++;
    }

    private static void SkipSpaces(ReadOnlySpan<char> line, ref int i)
    {
        while (i < line.Length && (Invisible.IsSpace(line[i]) || Invisible.IsMark(line[i]))) i++;
    }
}
