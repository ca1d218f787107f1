using System.Text.RegularExpressions;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What mail programs write above a forwarded mail, and whom they name as its sender. Officers forward citizens' mail.</summary>
internal static partial class Forwarded
{
    // An officer's remarks stand above; a header further down belongs to somebody's history.
    private const int Reach = 60;

    public static bool IsMarker(string line) => line.Length < 200 && MayMark(LineLead.BehindSpace(line)) && Marker().IsMatch(line);

    /// <summary>Number of the first unquoted marker line, or -1.</summary>
    public static int MarkerAt(string[] lines) => MarkerAt(lines, 0);

    /// <summary>
    /// The citizen named by <c>Dari:</c> right below the marker, or without a marker (Outlook) below the officer's remarks. Of a mail
    /// forwarded several times the innermost. The address is empty when only a name stands there; null when nobody is named.
    /// </summary>
    public static MailboxAddress? Sender(string[] lines)
    {
        MailboxAddress? sender = null;
        var from = 0;
        var end = MarkerAt(lines) is >= 0 and var marker ? marker + 8 : Reach;
        while (Header(lines, from, Math.Min(lines.Length, end)) is var (named, at) && at >= 0)
        {
            sender = named ?? sender;
            // Forwarded again without a word of its own: the next header is the one that counts.
            var inner = NextHeader(lines, at + 1);
            if (inner < 0) return sender;
            (from, end) = (inner, inner + 8);
        }

        return sender;
    }

    private static (MailboxAddress? Named, int At) Header(string[] lines, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (lines[i].Length < 250 && From().Match(lines[i]) is { Success: true } found && IsHeader(lines, i)) return (Parse(found.Groups["who"].Value), i);
        }

        return (null, -1);
    }

    // "Dari: terminal lama sampai pasar" is no header; one is followed by another header line, or names an address.
    private static bool IsHeader(string[] lines, int at) =>
        lines[at].Contains('@', StringComparison.Ordinal) || lines.Skip(at + 1).Take(4).Any(line => line.Length < 500 && Other().IsMatch(line));

    private static int NextHeader(string[] lines, int from)
    {
        var words = 0;
        for (var i = from; i < Math.Min(lines.Length, from + 25); i++)
        {
            if (IsMarker(lines[i])) return i + 1;
            if (lines[i].Length < 500 && Other().IsMatch(lines[i])) continue;
            words += lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            if (words > 25) return -1;
        }

        return -1;
    }

    private static MailboxAddress? Parse(string who)
    {
        var plain = Decoration().Replace(who, " ").Trim('*', ' ');
        var address = Address().Match(plain);
        var name = address.Success ? plain[..address.Index] : plain;
        name = Brackets().Replace(name, " ").Trim(' ', '"', '\'', ',', ';', ':');
        if (!address.Success && (name.Length is 0 or > 80)) return null;
        return new MailboxAddress(CleanText.Line(name) ?? "", address.Success ? address.Value : "");
    }

    private static int MarkerAt(string[] lines, int from)
    {
        for (var i = from; i < lines.Length; i++)
        {
            if (IsMarker(lines[i])) return i;
        }

        return -1;
    }

    private static bool MayMark((char First, char Second) lead) => lead.First is '-' or '_' or '=' || lead is ('b', 'e') or ('a', 'w') or ('p', 'e') or ('m', 'u');

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\s*(?:[-_=]{2,}\s*)(?:forwarded message|forwarded by|pesan (?:yang )?(?:di)?terus(?:k)?an|pesan diteruskan|surat terusan|email terusan)\b|^\s*begin forwarded message\s*:|^\s*(?:awal )?pesan (?:yang )?(?:diteruskan|terusan)\s*:|^\s*mulai pesan (?:yang )?diteruskan\s*:", Words, 2000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^[\s*]{0,6}(?:dari|from|pengirim)[\s*]{0,4}[:：][\s*]{0,4}(?<who>.{2,200})$", Words, 2000)]
    private static partial Regex From();

    [GeneratedRegex(@"^[\s*]{0,6}(?:terkirim|dikirim|tanggal|sent|date|kepada|ke|untuk|to|cc|tembusan|perihal|subjek|subject|reply-to|balas ke)[\s*]{0,4}[:：]", Words, 2000)]
    private static partial Regex Other();

    [GeneratedRegex(@"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", Words, 2000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\bmailto:|\bvia\b.*$", Words, 2000)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"[<>\[\]()]", Words, 2000)]
    private static partial Regex Brackets();
}
