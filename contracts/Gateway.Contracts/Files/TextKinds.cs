using System.Text;

namespace Gateway.Contracts.Files;

/// <summary>Tells plain text from what only looks like it: a page, a drawing or a script does something when it is opened.</summary>
internal static class TextKinds
{
    private static readonly FileKind Page = new("html", "text/html", FileFamily.Program);
    private static readonly FileKind Drawing = new("svg", "image/svg+xml", FileFamily.Program);
    private static readonly FileKind Script = new("php", "application/x-httpd-php", FileFamily.Program);
    private static readonly FileKind Card = new("vcf", "text/vcard", FileFamily.Contact);
    private static readonly FileKind Plain = new("txt", "text/plain", FileFamily.Text);

    private static readonly string[] PageStarts = ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<meta"];

    public static IEnumerable<FileKind> All => [Page, Drawing, Script, Card, Plain];

    /// <summary>Null when the bytes are no text.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, FileKinds.HeadLength)];
        var isWide = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!isWide && HasControls(head)) return null;
        var text = (isWide ? head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode : Encoding.UTF8).GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("<?php", StringComparison.OrdinalIgnoreCase)) return Script;
        if (text.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase)) return Card;
        if (!text.StartsWith('<')) return Plain;
        if (text.Contains("<svg", StringComparison.OrdinalIgnoreCase)) return Drawing;
        return Array.Exists(PageStarts, start => text.Contains(start, StringComparison.OrdinalIgnoreCase)) ? Page : Plain;
    }

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            if (value < 0x20 && value is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B)) return true;
        return false;
    }
}
