using System.Text;
using Gateway.Contracts;

namespace Gateway.Adapters.Register;

/// <summary>Files in which offices keep registers too, and that have to be saved as <c>.xlsx</c> first. Recognised by their bytes, since names lie.</summary>
internal static class ForeignFile
{
    private const int Looked = 1 << 12;

    // An encrypted workbook names this stream in the directory of the old container.
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool IsZip(IRawContent content) => Start(content).AsSpan().StartsWith("PK\u0003\u0004"u8);

    /// <summary>What it is and what to do; null for a text or an <c>.xlsx</c>.</summary>
    public static Reason? Fault(IRawContent content)
    {
        var start = Start(content);
        if (start.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return Holds(content, EncryptedPackage) ? new Reason("workbook-encrypted") : Format(".xls");
        if (start.AsSpan().StartsWith("%PDF"u8)) return Format("PDF");
        if (start.AsSpan().StartsWith("{\\rtf"u8)) return Format("RTF");
        var text = Encoding.Latin1.GetString(start);
        // The first entry of an OpenDocument file tells its kind, unpacked.
        if (IsZip(content)) return text.Contains("mimetypeapplication/vnd.oasis.opendocument.", StringComparison.Ordinal) ? Format(".ods") : null;
        text = text.TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        // Many sites write a page and call it .xls.
        if (text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase)) return Format("HTML");
        return text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? Format("XML") : null;
    }

    private static Reason Format(string kind) => new("workbook-format", kind);

    private static byte[] Start(IRawContent content)
    {
        using var stream = content.Open();
        var start = new byte[Looked];
        return start[..stream.ReadAtLeast(start, Looked, throwOnEndOfStream: false)];
    }

    private static bool Holds(IRawContent content, byte[] words)
    {
        using var stream = content.Open();
        var buffer = new byte[1 << 16];
        var kept = 0;
        while (stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var count)
        {
            var piece = buffer.AsSpan(0, kept + count);
            if (piece.IndexOf(words) >= 0) return true;
            kept = Math.Min(words.Length - 1, piece.Length);
            piece[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
