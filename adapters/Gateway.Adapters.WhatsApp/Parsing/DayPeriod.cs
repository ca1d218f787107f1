namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>Reads AM and PM in the ways phones write them: <c>PM</c>, <c>pm</c>, <c>p.m.</c>, <c>p. m.</c>, and words of other languages.</summary>
internal static class DayPeriod
{
    private static readonly (string Word, bool Afternoon)[] Words =
    [
        ("ص", false), ("م", true), ("上午", false), ("下午", true), ("午前", false), ("午後", true), ("오전", false), ("오후", true),
    ];

    /// <summary>Reads a period at <paramref name="i"/> and moves behind it; null and unmoved when there is none.</summary>
    public static bool? TryRead(ReadOnlySpan<char> line, ref int i)
    {
        if (i >= line.Length) return null;
        if (line[i] is 'a' or 'A' or 'p' or 'P') return TryReadLatin(line, ref i);

        foreach (var (word, afternoon) in Words)
        {
            if (!line[i..].StartsWith(word)) continue;
            i += word.Length;
            return afternoon;
        }

        return null;
    }

    /// <summary>The hour of 24; an hour over 12 is left alone, 12 AM is midnight and 12 PM noon.</summary>
    public static int Hour(int hour, bool afternoon) => hour switch
    {
        12 => afternoon ? 12 : 0,
        < 12 when afternoon && hour > 0 => hour + 12,
        _ => hour,
    };

    private static bool? TryReadLatin(ReadOnlySpan<char> line, ref int i)
    {
        var afternoon = line[i] is 'p' or 'P';
        var j = i + 1;
        if (j < line.Length && line[j] == '.') j++;
        if (j < line.Length && Invisible.IsSpace(line[j])) j++;
        if (j >= line.Length || line[j] is not ('m' or 'M')) return null;
        j++;
        if (j < line.Length && line[j] == '.') j++;
        if (j < line.Length && char.IsLetter(line[j])) return null;
        i = j;
        return afternoon;
    }
}
