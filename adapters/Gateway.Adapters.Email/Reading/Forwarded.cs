using System.Buffers;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What mail programs write above a forwarded mail, and whom they name as its sender. Officers forward citizens' mail.</summary>
internal static partial class Forwarded
{
    // An officer's remarks stand above; a header further down belongs to somebody's history.
    private const int Reach = 60;

    // As long as the expression below takes it.
    private const int LongestWho = 200;
    private const int LongestName = 80;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("<>[]()");

    public static bool IsMarker(string line) => line.Length < 200 && MayMark(LineBegin.BehindSpace(line)) && Marker().IsMatch(line);

    /// <summary>Number of the first unquoted marker line, or -1.</summary>
    public static int MarkerAt(string[] lines) => MarkerAt(lines, 0);

    /// <summary>
    /// The citizen named by <c>Dari:</c> right below the marker, or without a marker (Outlook) below the officer's remarks. Of a mail
    /// forwarded several times the innermost. The address is empty when only a name stands there; null when nobody is named.
    /// </summary>
    public static Correspondent? Sender(string[] lines)
    {
        Correspondent? sender = null;
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

    private static (Correspondent? Named, int At) Header(string[] lines, int from, int end)
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

    private static Correspondent? Parse(string who)
    {
        var plain = (MayBeDecorated(who) ? Decoration().Replace(who, " ") : who).Trim('*', ' ');
        var address = plain.Contains('@', StringComparison.Ordinal) ? Address().Match(plain) : Match.Empty;
        Span<char> name = stackalloc char[LongestWho];
        var length = address.Success ? address.Index : plain.Length;
        plain.AsSpan(0, length).ReplaceAny(name, Brackets, ' ');
        var named = CleanText.Line(name[..length].Trim(" \"',;:").ToString()) ?? "";
        return address.Success || named.Length is > 0 and <= LongestName ? new Correspondent(named, address.Value) : null;
    }

    private static bool MayBeDecorated(string who) => who.Contains("mailto:", StringComparison.OrdinalIgnoreCase) || who.Contains("via", StringComparison.OrdinalIgnoreCase);

    private static int MarkerAt(string[] lines, int from)
    {
        for (var i = from; i < lines.Length; i++)
        {
            if (IsMarker(lines[i])) return i;
        }

        return -1;
    }

    private static bool MayMark(ReadOnlySpan<char> line) => LineBegin.IsDrawn(line) ? Drawn.Begin(LineBegin.BehindSigns(line)) : Undrawn.Begin(line);

    private static readonly Beginnings Drawn = new("forwarded|pesan|surat terusan|email terusan");
    private static readonly Beginnings Undrawn = new("begin forwarded|awal pesan|pesan yang|pesan diteruskan|pesan terusan|mulai pesan");

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
}
