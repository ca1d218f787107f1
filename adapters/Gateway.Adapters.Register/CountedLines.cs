namespace Gateway.Adapters.Register;

/// <summary>Counts the lines that were read, so that rows that can no longer be divided are at least named by their number.</summary>
internal sealed class CountedLines(TextReader text) : TextReader
{
    private long _ends;
    private char _last = '\n';

    public override int Peek() => text.Peek();

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var count = text.Read(buffer);
        foreach (var letter in buffer[..count])
        {
            // CR LF is one end; a CR alone is one too, as old spreadsheets write it.
            if (letter == '\r' || (letter == '\n' && _last != '\r')) _ends++;
            _last = letter;
        }

        return count;
    }

    /// <summary>Reads to the end. How many lines the text has in all.</summary>
    public long ToEnd()
    {
        var rest = new char[1 << 14];
        while (Read(rest.AsSpan()) > 0)
        {
            // Only counted.
        }

        return _last is '\r' or '\n' ? _ends : _ends + 1;
    }
}
