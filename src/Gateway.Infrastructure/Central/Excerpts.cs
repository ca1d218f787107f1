using System.Text.RegularExpressions;

namespace Gateway.Infrastructure.Central;

/// <summary>A few words of an answer for an officer to read, with what could be a person or a secret blotted out.</summary>
internal static partial class Excerpts
{
    private const int Longest = 300;

    // More than is shown, so that blotting sees whole words; far less than a body may be.
    private const int Read = 4096;

    /// <param name="body">The body as text.</param>
    /// <param name="secrets">Values of headers we sent; a server may echo them.</param>
    /// <returns>Null when there is nothing to show.</returns>
    public static string? Of(string body, IEnumerable<string> secrets)
    {
        var text = body.Length > Read ? body[..Read] : body;
        foreach (var secret in secrets.Where(secret => secret.Length >= 4)) text = text.Replace(secret, "****", StringComparison.Ordinal);
        text = Mail().Replace(text, "****");
        text = Token().Replace(text, "$1****");
        text = Digits().Replace(text, "****");
        text = Space().Replace(text, " ").Trim();
        if (text.Length > Longest) text = text[..(Longest - 1)] + "…";
        return text.Length == 0 ? null : text;
    }

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
