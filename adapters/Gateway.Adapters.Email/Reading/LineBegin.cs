namespace Gateway.Adapters.Email.Reading;

/// <summary>Where the words of a line begin.</summary>
internal static class LineBegin
{
    /// <summary>Behind white space and asterisks; empty when nothing follows.</summary>
    public static ReadOnlySpan<char> BehindSpace(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length && (line[at] == '*' || char.IsWhiteSpace(line[at]))) at++;
        return line[at..];
    }

    /// <summary>Behind everything that is no letter and no digit.</summary>
    public static ReadOnlySpan<char> BehindSigns(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (at < line.Length && !char.IsLetterOrDigit(line[at])) at++;
        return line[at..];
    }

    /// <summary>Whether the text begins with the sign of a drawn line.</summary>
    public static bool IsDrawn(ReadOnlySpan<char> text) => text is ['-' or '_' or '=', ..];
}
