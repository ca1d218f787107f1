using System.Text.RegularExpressions;

namespace Gateway.Infrastructure.Central;

/// <summary>A few words of an answer for an officer to read, with what could be a person or a secret blotted out.</summary>
internal static partial class Excerpts
{
    private const int Longest = 300;

    // Shorter ones are words that an answer may hold by itself.
    private const int ShortestWhole = 4;
    private const int ShortestPart = 8;

    // More than is shown, so that blotting sees whole words; far less than a body may be.
    private const int Read = 4096;

    /// <param name="body">The body as text.</param>
    /// <param name="secrets">Values of headers we sent; a server may echo them.</param>
    /// <returns>Null when there is nothing to show.</returns>
    public static string? Of(string body, IEnumerable<string> secrets)
    {
        var text = body.Length > Read ? body[..Read] : body;
        foreach (var part in secrets.SelectMany(Parts).OrderByDescending(part => part.Length)) text = Regex.Replace(text, Written(part), "****", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        text = Mail().Replace(text, "****");
        text = Token().Replace(text, "$1****");
        text = Digits().Replace(text, "****");
        text = Space().Replace(text, " ").Trim();
        if (text.Length > Longest) text = text[..(Longest - 1)] + "…";
        return text.Length == 0 ? null : text;
    }

    // "Bearer X" is echoed as X, a signed token by one of its parts.
    private static IEnumerable<string> Parts(string secret) =>
        new[] { secret.Trim() }.Where(whole => whole.Length >= ShortestWhole).Concat(Between().Split(secret).Where(part => part.Length >= ShortestPart)).Distinct(StringComparer.Ordinal);

    // As it is, and as JSON, an address or HTML may write each character.
    private static string Written(string part) => string.Concat(part.Select(letter =>
        $@"(?:\\{{0,4}}{Regex.Escape(letter.ToString())}|\\{{1,4}}u{(int)letter:x4}|%{(int)letter:x2}|&#0*{(int)letter};|&#x0*{(int)letter:x};)"));

    [GeneratedRegex(@"[^A-Za-z0-9_/+-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Between();

    [GeneratedRegex(@"[^\s@<>""',;:(){}\[\]=]+(?:@|%40|\\u0040|&#64;)[^\s@<>""',;(){}\[\]]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(
        @"(\b(?:bearer|basic|apikey)\s+|\b(?:[a-z_-]*token|auth|authorization|api[_-]?key|secret|password)[""']?\s*[:=]\s*[""']?(?:bearer\s+|basic\s+)?)[^\s""',;<>}&]+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex(@"\d{4,}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
