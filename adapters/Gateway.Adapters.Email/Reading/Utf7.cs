using System.Text;

namespace Gateway.Adapters.Email.Reading;

/// <summary>UTF-7 (RFC 2152), which .NET reads no more but some old programs still send. Broken runs stay as they stand.</summary>
internal static class Utf7
{
    public static bool IsNamed(string? charset) => charset?.Trim().ToLowerInvariant() is "utf-7" or "utf7" or "unicode-1-1-utf-7" or "x-unicode-2-0-utf-7";

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '+')
            {
                text.Append((char)bytes[i]);
                continue;
            }

            var end = i + 1;
            while (end < bytes.Length && IsBase64(bytes[end])) end++;
            var run = Encoding.ASCII.GetString(bytes[(i + 1)..end]);
            var closes = end < bytes.Length && bytes[end] == '-';
            if (run.Length == 0) text.Append('+');
            else text.Append(Decode(run) ?? "+" + run);
            i = closes ? end : end - 1;
        }

        return text.ToString();
    }

    private static string? Decode(string run)
    {
        var padded = run.PadRight((run.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? Encoding.BigEndianUnicode.GetString(bytes, 0, length - (length % 2)) : null;
    }

    private static bool IsBase64(byte letter) => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'+' or (byte)'/';
}
