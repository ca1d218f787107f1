using System.Buffers;
using System.Collections.Frozen;
using System.Text;
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

    private static readonly Beginnings Prefixes = new("re|bls|balas|aw|sv|ant|fw|trs|terusan|diteruskan|teruskan|wg|[|*");

    // With which subjects begin that say nothing.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Empty = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "isi", "form", "formulir", "surat", "email", "e", "pengaduan", "laporan", "aduan", "keluhan", "lapor", "pesan", "sms", "mms", "mohon", "tanya", "halo", "hai", "salam",
        "masukan", "saran", "kritik", "complaint", "message", "subject", "subjek", "perihal", "judul", "no", "none", "tanpa", "tidak").GetAlternateLookup<ReadOnlySpan<char>>();

    // And with which they end.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lasts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "pengaduan", "laporan", "aduan", "keluhan", "lapor", "pesan", "sms", "mms", "email", "mail", "mohon", "tanya", "halo", "hai", "salam", "masukan", "saran",
        "complaint", "message", "subject", "subjek", "subyek", "perihal", "judul", "none", "masyarakat", "warga", "online", "baru", "saya").GetAlternateLookup<ReadOnlySpan<char>>();

    public static MailSubject Parse(string? subject)
    {
        var rest = CleanText.Line(subject?.Length > Longest ? subject[..Longest] : subject) ?? "";
        Match? outermost = null;
        while (Prefixes.Begin(rest) && Prefix().Match(rest) is { Success: true } prefix)
        {
            // A filter's tag stands before the prefix that counts.
            if (prefix.Groups["reply"].Success || prefix.Groups["forward"].Success) outermost ??= prefix;
            rest = rest[prefix.Length..];
        }

        var judul = MaySayNothing(rest) && (NoSubject().IsMatch(rest) || Label().IsMatch(rest)) ? null : CleanText.Line(rest);
        return new MailSubject(judul, outermost?.Groups["reply"].Success == true, outermost?.Groups["forward"].Success == true);
    }

    private static bool MaySayNothing(string subject)
    {
        var begin = subject.AsSpan().IndexOfAny(LettersAndDigits);
        if (begin < 0 || !Ascii.IsValid(subject)) return true;
        var word = subject.AsSpan(begin);
        var end = word.IndexOfAnyExcept(LettersAndDigits);
        if (!Empty.Contains(end < 0 ? word : word[..end])) return false;
        var said = word[..(word.LastIndexOfAny(LettersAndDigits) + 1)];
        return Lasts.Contains(said[(said.LastIndexOfAnyExcept(LettersAndDigits) + 1)..]);
    }

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    [GeneratedRegex(@"^\s*(?:(?<reply>re|bls|balas|balasan|aw|sv|ant)|(?<forward>fwd?|trs|terusan|diteruskan|teruskan|wg))\s?(?:[\[(]\d{1,3}[\])])?\s?[:：]\s*|^\s*(?:\[(?:external|ext|eksternal|spam)\]|\*{2,5}\s?spam\s?\*{2,5})\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Prefix();

    // What every mail to this address could be called; the text gives a better title.
    [GeneratedRegex(@"^\W*(?:(?:isi|form|formulir|surat|email|e-mail)\s)?(?:pengaduan|laporan|aduan|keluhan|lapor|pesan|sms|mms|email|e-mail|mohon|tanya|halo|hai|salam|masukan|saran|kritik dan saran|complaint|message|subject|subjek|perihal|judul)(?:\s(?:masyarakat|warga|online|baru|saya))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[\s(\[<]*(?:no subject|none|tanpa subjek|tanpa subyek|tanpa judul|tidak ada subjek|tidak ada perihal)[\s)\]>]*$|^[\W_]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NoSubject();
}
