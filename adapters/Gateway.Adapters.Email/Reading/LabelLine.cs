using System.Buffers;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Where the label of a form's line ends and its value begins: behind a colon or an equals sign, an asterisk between spaces, or a tab. Read by
/// hand, since every line of every letter is asked; its test has the expression that it stands for.
/// </summary>
internal static class LabelLine
{
    private const int MostBullets = 6;
    private const int Shortest = 2;
    private const int Longest = 60;

    // None of them stands in a label.
    private static readonly SearchValues<char> Signs = SearchValues.Create(":*=\t");

    /// <summary>Where the label begins and ends, and where the value begins; zeros when the line has no label.</summary>
    public static (int Begin, int End, int Value) Find(ReadOnlySpan<char> line)
    {
        if (!line.ContainsAny(Signs) && !line.Contains('：')) return default;
        var begin = 0;
        while (begin < Math.Min(line.Length, MostBullets) && (line[begin] is '*' or '•' or '-' || char.IsWhiteSpace(line[begin]))) begin++;
        // A bullet may be part of a label that would be too short without it.
        for (; begin >= 0; begin--)
            if (Behind(line, begin) is var (end, value) && end > 0) return (begin, end, value);
        return default;
    }

    // The first place behind letters enough at which the label can end.
    private static (int End, int Value) Behind(ReadOnlySpan<char> line, int begin)
    {
        var furthest = Math.Min(line.Length - 1, begin + Longest);
        if (begin + Shortest > furthest || line.Slice(begin, Shortest).ContainsAny(Signs)) return default;
        for (var end = begin + Shortest; end <= furthest; end++)
        {
            var value = Value(line, end);
            if (value > 0) return (end, value);
            if (Signs.Contains(line[end])) return default;
        }

        return default;
    }

    // Where the value begins when the label ends here; 0 when it does not.
    private static int Value(ReadOnlySpan<char> line, int end)
    {
        var sign = BehindSpace(line, end);
        var isStarred = sign < line.Length && line[sign] == '*';
        var colon = isStarred ? BehindSpace(line, sign + 1) : sign;
        if (colon < line.Length && line[colon] is ':' or '=' or '：')
        {
            var behind = BehindSpace(line, colon + 1);
            return BehindSpace(line, behind < line.Length && line[behind] == '*' ? behind + 1 : behind);
        }

        if (isStarred && sign > end && colon > sign + 1) return colon;
        return line[end..sign].Contains('\t') ? sign : 0;
    }

    private static int BehindSpace(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
        return at;
    }
}
