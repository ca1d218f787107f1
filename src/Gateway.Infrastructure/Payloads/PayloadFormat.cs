using System.Buffers.Binary;

namespace Gateway.Infrastructure.Payloads;

/// <summary>
/// The layout of a payload file: magic <c>GWP</c> and version 1, the plain length (8 bytes), then chunks, each with its sealed length
/// (4 bytes, little-endian) before it. A chunk's purpose binds its file, its place and whether it is the last, so that none can be
/// moved, left out or taken from another file.
/// </summary>
internal static class PayloadFormat
{
    public const int HeaderLength = 12;
    public const int PrefixLength = 4;

    /// <summary>Purpose of what lies inside the ledger.</summary>
    public const string Inline = "payload";

    /// <summary>No chunk is longer than this; a longer length means damage, not a reason to allocate.</summary>
    public const int LongestChunk = 16 * 1024 * 1024;

    private static ReadOnlySpan<byte> Magic => "GWP\u0001"u8;

    public static string Purpose(string file, long index, bool last) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"payload:{file}:{index}:{(last ? "last" : "more")}");

    public static byte[] Header(long length)
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(Magic.Length), length);
        return header;
    }

    /// <summary>The plain length that a header tells.</summary>
    /// <exception cref="IOException">It is no header of a version known here.</exception>
    public static long ReadHeader(ReadOnlySpan<byte> header) => header.StartsWith(Magic)
        ? BinaryPrimitives.ReadInt64LittleEndian(header[Magic.Length..])
        : throw new IOException("This is no payload file of a version known here.");
}
