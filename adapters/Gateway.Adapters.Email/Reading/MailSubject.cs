using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>A subject without the prefixes mail programs put before it. The outermost prefix says whether it is a reply or a forward.</summary>
/// <param name="Judul">The writer's own words; null when there are none.</param>
/// <param name="IsReply">It began with <c>Re:</c>, <c>Bls:</c> or the like.</param>
/// <param name="IsForward">It began with <c>Fwd:</c>, <c>Trs:</c> or the like.</param>
internal sealed partial record MailSubject(string? Judul, bool IsReply, bool IsForward)
{
    // No person writes a longer one.
    private const int Longest = 2_000;

    public static MailSubject Parse(string? subject)
    {
        var rest = CleanText.Line(subject?.Length > Longest ? subject[..Longest] : subject) ?? "";
        var outermost = Prefix().Match(rest);
        for (var prefix = outermost; prefix.Success; prefix = Prefix().Match(rest)) rest = rest[prefix.Length..];

        var judul = NoSubject().IsMatch(rest) ? null : CleanText.Line(rest);
        return new MailSubject(judul, outermost.Groups["reply"].Success, outermost.Groups["forward"].Success);
    }

    [GeneratedRegex(@"^\s*(?:(?<reply>re|bls|balas|balasan|aw|sv|ant)|(?<forward>fwd?|trs|terusan|diteruskan|wg))\s?(?:[\[(]\d{1,3}[\])])?\s?[:：]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^[\s(\[<]*(?:no subject|none|tanpa subjek|tanpa subyek|tanpa judul|tidak ada subjek|tidak ada perihal)[\s)\]>]*$|^[\W_]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NoSubject();
}
