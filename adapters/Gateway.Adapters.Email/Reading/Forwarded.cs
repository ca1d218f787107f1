using System.Text.RegularExpressions;
using MimeKit;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What mail programs write above a forwarded mail, and whom they name as its sender. Officers forward citizens' mail.</summary>
internal static partial class Forwarded
{
    public static bool IsMarker(string line) => line.Length < 200 && Marker().IsMatch(line);

    /// <summary>Number of the first unquoted marker line, or -1.</summary>
    public static int MarkerAt(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsMarker(lines[i])) return i;
        }

        return -1;
    }

    /// <summary>
    /// The citizen named by <c>Dari:</c> right below the marker, or without a marker (Outlook) below the officer's remarks; null
    /// unless an e-mail address stands there.
    /// </summary>
    public static MailboxAddress? Sender(IReadOnlyList<string> lines)
    {
        var marker = MarkerAt(lines);
        var end = marker < 0 ? 60 : marker + 7;
        for (var i = marker + 1; i < Math.Min(lines.Count, end); i++)
        {
            var from = From().Match(lines[i]);
            var who = from.Groups["who"].Value.Trim('*', ' ');
            if (from.Success && MailboxAddress.TryParse(who, out var sender) && sender.Address.Contains('@', StringComparison.Ordinal)) return sender;
        }

        return null;
    }

    [GeneratedRegex(@"^\s*(?:[-_=]{2,}\s*)(?:forwarded message|forwarded by|pesan (?:yang )?(?:di)?terus(?:k)?an|pesan diteruskan|surat terusan)\b|^\s*begin forwarded message\s*:|^\s*(?:awal )?pesan (?:yang )?(?:diteruskan|terusan)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^[\s*]{0,6}(?:dari|from)[\s*]{0,4}:[\s*]{0,4}(?<who>.{3,200})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex From();
}
