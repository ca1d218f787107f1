namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// The first two letters or signs of a line, in small letters: what every line is asked before an expression is tried on it, since most
/// lines fail here.
/// </summary>
internal static class LineLead
{
    /// <summary>Behind white space and asterisks; two zeros when nothing follows.</summary>
    public static (char First, char Second) BehindSpace(string line)
    {
        var at = 0;
        while (at < line.Length && (line[at] == '*' || char.IsWhiteSpace(line[at]))) at++;
        return At(line, at);
    }

    /// <summary>Behind everything that is no letter and no digit.</summary>
    public static (char First, char Second) BehindSigns(string line)
    {
        var at = 0;
        while (at < line.Length && !char.IsLetterOrDigit(line[at])) at++;
        return At(line, at);
    }

    private static (char First, char Second) At(string line, int at) => (Small(line, at), Small(line, at + 1));

    private static char Small(string line, int at) => at < line.Length ? char.ToLowerInvariant(line[at]) : '\0';
}
