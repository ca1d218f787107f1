using System.Buffers;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// One address or Message-ID in the form nearly all have: <c>Budi Santoso &lt;budi@warga.example&gt;</c>. Null for whatever is to be looked
/// at more closely.
/// </summary>
internal static class PlainAddress
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Means nothing to any grammar of mail, in any place.</summary>
    public static readonly SearchValues<char> Safe = SearchValues.Create(Letters + "-_");

    private static readonly SearchValues<char> InAddresses = SearchValues.Create(Letters + "-_.");
    private static readonly SearchValues<char> InWords = SearchValues.Create(Letters + "- ");
    private static readonly SearchValues<char> InQuotes = SearchValues.Create(Letters + "-_ .,'&/");
    private static readonly SearchValues<char> InIds = SearchValues.Create(Letters + "-_.+=$");

    public static Correspondent? Parse(ReadOnlySpan<char> value)
    {
        var open = value.IndexOf('<');
        if (open < 0) return IsAddress(value) ? new Correspondent(null, value.ToString()) : null;
        if (value[^1] != '>') return null;
        var name = value[..open].TrimEnd(' ');
        var address = value[(open + 1)..^1];
        if (!IsAddress(address)) return null;
        if (name.Length == 0) return new Correspondent(null, address.ToString());
        name = WithoutComment(name);
        var isQuoted = name is ['"', .., '"'];
        if (isQuoted) name = name[1..^1];
        return IsName(name, isQuoted ? InQuotes : InWords) ? new Correspondent(name.ToString(), address.ToString()) : null;
    }

    // "Dewi (Staf DLH)": a comment is no part of the name.
    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> name)
    {
        var open = name.IndexOf(" (");
        return open > 0 && name[^1] == ')' && IsName(name[(open + 2)..^1], InWords) ? name[..open] : name;
    }

    /// <summary>What stands between the angle brackets of a Message-ID.</summary>
    public static string? Id(ReadOnlySpan<char> value)
    {
        if (value is not ['<', .. var id, '>']) return null;
        var at = id.IndexOf('@');
        return at > 0 && IsDotted(id[..at], InIds) && IsDotted(id[(at + 1)..], InIds) ? id.ToString() : null;
    }

    private static bool IsName(ReadOnlySpan<char> name, SearchValues<char> letters) =>
        name.Length > 0 && name[0] != ' ' && name[^1] != ' ' && !name.ContainsAnyExcept(letters) && name.IndexOf("  ") < 0;

    private static bool IsAddress(ReadOnlySpan<char> value)
    {
        var at = value.IndexOf('@');
        // Names in other scripts are written out by whoever reads them.
        return at > 0 && IsDotted(value[..at], InAddresses) && IsDotted(value[(at + 1)..], InAddresses) && !value.Contains("xn--", StringComparison.OrdinalIgnoreCase);
    }

    // Nothing is empty before, between and behind the dots.
    private static bool IsDotted(ReadOnlySpan<char> value, SearchValues<char> letters) =>
        value.Length > 0 && value[0] != '.' && value[^1] != '.' && !value.ContainsAnyExcept(letters) && value.IndexOf("..") < 0;
}
