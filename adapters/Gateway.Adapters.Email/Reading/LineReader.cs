namespace Gateway.Adapters.Email.Reading;

/// <summary>Lines of bytes with their ends. A line without end is handed over in pieces, so that no file can fill the memory by one.</summary>
internal sealed class LineReader(Stream stream)
{
    private const int LongestPiece = 1 << 20;

    private readonly byte[] buffer = new byte[1 << 16];
    private int at;
    private int length;

    /// <summary>The next line with its <c>\n</c>; null at the end.</summary>
    public byte[]? Read()
    {
        using var line = new MemoryStream();
        while (line.Length < LongestPiece)
        {
            if (at == length)
            {
                (at, length) = (0, stream.Read(buffer));
                if (length == 0) break;
            }

            var end = buffer.AsSpan(at, length - at).IndexOf((byte)'\n');
            var count = end < 0 ? length - at : end + 1;
            line.Write(buffer, at, count);
            at += count;
            if (end >= 0) break;
        }

        return line.Length == 0 ? null : line.ToArray();
    }
}
