using System.Buffers.Binary;

namespace Gateway.Contracts.Files;

/// <summary>
/// Counts the files that a zip names before the framework reads its whole directory into memory, which it does whatever the zip declares.
/// A file of 30 MB can name 650,000.
/// </summary>
public static class ZipDirectory
{
    /// <summary>More files than any export, workbook or document of an office holds.</summary>
    public const int Most = 5_000;

    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorLength = 20;
    private const int End64Length = 56;
    private const int RowLength = 46;
    private const int LongestRow = 1024;

    /// <summary>True when the zip declares or names more files; a directory too long for them counts as more.</summary>
    /// <param name="content">The zip. What is none names nothing.</param>
    /// <param name="files">How many it may name.</param>
    /// <exception cref="IOException">The bytes cannot be read.</exception>
    public static bool NamesMoreThan(IRawContent content, int files)
    {
        var tail = Read(content, Math.Max(0, content.Length - EndLength - LongestComment - LocatorLength), int.MaxValue);
        // Where the framework looks: the last one behind which the end has room. A comment may hold the same letters.
        var end = tail.AsSpan(0, Math.Max(0, tail.Length - EndLength + 4)).LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0) return false;
        if (BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10)) is not ushort.MaxValue and var declared && declared > files) return true;
        return Walk(content, BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)), files) || Is64AndNamesMoreThan(content, tail.AsSpan(0, end), files);
    }

    // The counts and places of a large zip stand in an end of its own, to which a locator right before the other one points.
    private static bool Is64AndNamesMoreThan(IRawContent content, ReadOnlySpan<byte> before, int files)
    {
        if (before.Length < LocatorLength || !before[^LocatorLength..].StartsWith("PK\u0006\u0007"u8)) return false;
        var end = Read(content, BinaryPrimitives.ReadInt64LittleEndian(before[^12..]), End64Length);
        if (end.Length < End64Length || !end.AsSpan().StartsWith("PK\u0006\u0006"u8)) return false;
        return BinaryPrimitives.ReadUInt64LittleEndian(end.AsSpan(32)) > (ulong)files || Walk(content, BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48)), files);
    }

    private static bool Walk(IRawContent content, long at, int files)
    {
        if (at < 0 || at >= content.Length) return false;
        using var rows = new BufferedStream(From(content, at), 1 << 16);
        var row = new byte[RowLength];
        var bytes = 0L;
        for (var count = 1; rows.ReadAtLeast(row, RowLength, throwOnEndOfStream: false) == RowLength && row.AsSpan().StartsWith("PK\u0001\u0002"u8); count++)
        {
            var names = BinaryPrimitives.ReadUInt16LittleEndian(row.AsSpan(28)) + BinaryPrimitives.ReadUInt16LittleEndian(row.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(row.AsSpan(32));
            bytes += RowLength + names;
            if (count > files || bytes > (long)files * LongestRow) return true;
            Skip(rows, names);
        }

        return false;
    }

    private static byte[] Read(IRawContent content, long at, int most)
    {
        if (at < 0 || at >= content.Length) return [];
        using var stream = From(content, at);
        var bytes = new byte[(int)Math.Min(most, content.Length - at)];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    // Not all bytes can be jumped over.
    private static Stream From(IRawContent content, long at)
    {
        var stream = content.Open();
        if (stream.CanSeek) stream.Seek(at, SeekOrigin.Begin);
        else Skip(stream, at);
        return stream;
    }

    private static void Skip(Stream stream, long bytes)
    {
        var passed = new byte[(int)Math.Min(bytes, 1 << 16)];
        while (bytes > 0 && stream.Read(passed, 0, (int)Math.Min(bytes, passed.Length)) is > 0 and var count) bytes -= count;
    }
}
