namespace Gateway.Adapters.WebForm.Reading;

/// <summary>A file written as text: base64, also its variant for addresses, unpadded or in lines, and with <c>data:image/png;base64,</c> before it.</summary>
internal static class FileText
{
    // "data:", a media type with parameters, ";base64,".
    private const int LongestHead = 200;

    public static bool IsDataUri(string text) => DataStart(text) > 0;

    /// <summary>The bytes; null when it is no base64.</summary>
    public static ReadOnlyMemory<byte>? Decode(string text)
    {
        var start = DataStart(text);
        var letters = text[start..].Replace('-', '+').Replace('_', '/').Trim();
        // A space within is a sentence, or a plus sign that was lost on the way: neither can be decoded.
        if (letters.Contains(' ', StringComparison.Ordinal)) return null;
        letters = string.Concat(letters.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('=');
        letters += new string('=', (4 - (letters.Length % 4)) % 4);
        var bytes = new byte[letters.Length / 4 * 3];
        if (!Convert.TryFromBase64String(letters, bytes, out var length)) return null;
        return new ReadOnlyMemory<byte>(bytes, 0, length);
    }

    // Where the letters begin; 0 when nothing stands before them.
    private static int DataStart(string text)
    {
        if (!text.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return 0;
        var head = text.AsSpan(0, Math.Min(text.Length, LongestHead));
        var comma = head.IndexOf(',');
        return comma > 0 && head[..comma].TrimEnd().EndsWith(";base64", StringComparison.OrdinalIgnoreCase) ? comma + 1 : 0;
    }
}
