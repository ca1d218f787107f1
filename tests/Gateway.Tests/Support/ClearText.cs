using System.Text;

namespace Gateway.Tests.Support;

/// <summary>Looks for words in bytes, in UTF-8 and UTF-16 of both byte orders, whatever their case.</summary>
internal static class ClearText
{
    /// <summary>The encoding in which the words stand there; null when they do not.</summary>
    public static string? Find(byte[] lowered, string words)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false) })
        {
            if (lowered.AsSpan().IndexOf(Lower(encoding.GetBytes(words))) >= 0) return encoding.WebName;
        }

        return null;
    }

    /// <summary>The bytes with ASCII letters in lower case.</summary>
    public static byte[] Lower(byte[] bytes)
    {
        var lowered = new byte[bytes.Length];
        for (var i = 0; i < bytes.Length; i++) lowered[i] = bytes[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[i] | 0x20) : bytes[i];
        return lowered;
    }
}
