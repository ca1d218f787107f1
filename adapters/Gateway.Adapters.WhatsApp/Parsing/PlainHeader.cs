using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// The headers most phones write, <c>01/06/26 19.42 - </c> and <c>[01/06/26 19.42.10] </c>, read without looking for anything else. What it
/// reads is what <see cref="HeaderScanner"/> would; what it does not read may still be a header.
/// </summary>
internal static class PlainHeader
{
    // "1/1/24 0.00 - "
    private const int Shortest = 14;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<char> line, out HeaderCandidate candidate)
    {
        candidate = default;
        if (line.Length < Shortest) return false;
        var bracketed = line[0] == '[';
        var i = bracketed ? 1 : 0;
        if (!TryReadUpToTwo(line, ref i, out var first)) return false;
        var separator = line[i];
        if (separator is not ('/' or '.' or '-')) return false;
        i++;
        if (!TryReadUpToTwo(line, ref i, out var second) || line[i] != separator) return false;
        i++;
        if (!TryReadTwo(line, ref i, out var year)) return false;
        var yearDigits = 2;
        if (TryReadTwo(line, ref i, out var rest)) (year, yearDigits) = ((year * 100) + rest, 4);
        else if (year < 52) year += 2000;
        if (year is < 1990 or > 2100) return false;

        var comma = i < line.Length && line[i] == ',';
        if (comma) i++;
        if (i + Time > line.Length || line[i++] != ' ') return false;
        if (!TryReadUpToTwo(line, ref i, out var hour)) return false;
        var timeSeparator = line[i++];
        if (timeSeparator is not ('.' or ':') || !TryReadTwo(line, ref i, out var minute)) return false;
        var hasSeconds = i < line.Length && line[i] == timeSeparator;
        var sixtieth = 0;
        if (hasSeconds)
        {
            i++;
            if (!TryReadTwo(line, ref i, out sixtieth)) return false;
        }

        if (hour > 23 || minute > 59 || sixtieth > 59 || !TryReadEnd(line, ref i, bracketed)) return false;
        var shape = new HeaderShape(bracketed, separator, timeSeparator, comma, hasSeconds, TwelveHour: false, YearFirst: false, yearDigits);
        candidate = new HeaderCandidate(shape, year, first, second, hour, minute, sixtieth, i);
        return true;
    }

    // " 0.00" and the least that follows it; nearer to the end than this no number is read.
    private const int Time = 7;

    private static bool TryReadEnd(ReadOnlySpan<char> line, ref int i, bool bracketed)
    {
        var end = bracketed ? "] " : " - ";
        if (!line[i..].StartsWith(end)) return false;
        i += end.Length;
        return true;
    }

    // Leaves a sign behind the number: a longer number is none of these.
    private static bool TryReadUpToTwo(ReadOnlySpan<char> line, ref int i, out int number)
    {
        number = line[i] - '0';
        if ((uint)number > 9) return false;
        i++;
        var next = line[i] - '0';
        if ((uint)next <= 9)
        {
            number = (number * 10) + next;
            i++;
        }

        return !char.IsAsciiDigit(line[i]);
    }

    private static bool TryReadTwo(ReadOnlySpan<char> line, ref int i, out int number)
    {
        number = 0;
        if (i + 1 >= line.Length || !char.IsAsciiDigit(line[i]) || !char.IsAsciiDigit(line[i + 1])) return false;
        number = ((line[i] - '0') * 10) + line[i + 1] - '0';
        i += 2;
        return true;
    }
}
