namespace Gateway.Adapters.Email.Reading;

/// <summary>The type of a plain mail: <c>text/plain</c> with its charset, and no parameter but the usual ones.</summary>
/// <param name="Charset">As declared; null when it was not.</param>
/// <param name="IsFlowed">Soft line ends, which are to be joined.</param>
internal sealed record PlainType(string? Charset, bool IsFlowed)
{
    private const string Utf8 = "utf-8";

    private static readonly PlainType Usual = new(Utf8, IsFlowed: false);

    /// <summary>Null when it is any other.</summary>
    public static PlainType? Parse(ReadOnlySpan<char> value)
    {
        if (value.SequenceEqual("text/plain; charset=utf-8")) return Usual;
        string? charset = null;
        var isFlowed = false;
        var isFirst = true;
        foreach (var range in value.Split(';'))
        {
            var part = value[range].Trim(' ');
            if (isFirst)
            {
                if (!part.Equals("text/plain", StringComparison.OrdinalIgnoreCase)) return null;
                isFirst = false;
            }
            else if (charset is null && part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            {
                if ((charset = Token(part["charset=".Length..])) is null) return null;
            }
            else if (!isFlowed && part.Equals("format=flowed", StringComparison.OrdinalIgnoreCase))
            {
                isFlowed = true;
            }
            else
            {
                return null;
            }
        }

        return new PlainType(charset, isFlowed);
    }

    private static string? Token(ReadOnlySpan<char> written)
    {
        var token = written is ['"', .. var quoted, '"'] ? quoted : written;
        if (token.SequenceEqual(Utf8)) return Utf8;
        return token.Length is > 0 and < 40 && !token.ContainsAnyExcept(PlainAddress.Safe) ? token.ToString() : null;
    }
}
