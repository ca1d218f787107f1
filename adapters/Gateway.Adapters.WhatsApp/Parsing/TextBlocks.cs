using System.Buffers;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Cuts an export into blocks before lines that are headers for certain, so that no message lies in two blocks. Where no header comes for
/// a long while it gives up, and <see cref="Rest"/> is to be read line by line: no message may fill the memory.
/// </summary>
/// <param name="reader">The export from its beginning.</param>
/// <param name="isHeader">Whether a line begins a message.</param>
/// <param name="length">Characters of a block; it may become longer to end before a header.</param>
internal sealed class TextBlocks(TextReader reader, LineTest isHeader, int length = TextBlocks.Usual) : IDisposable
{
    /// <summary>Large enough that handing it to a thread costs nothing, small enough that a few of them are little memory.</summary>
    public const int Usual = 1 << 14;

    // A message of this length is none; the two of its kind that may lie in one block are little memory.
    private const int Longest = 1 << 21;

    // A header is told by its beginning; a longer line is not worth being looked at.
    private const int LongestHeader = 1 << 12;

    private char[] _buffer = ArrayPool<char>.Shared.Rent(length);
    private int _filled;
    private int _linesBefore;

    /// <summary>The blocks in their order, read as they are asked for. Each belongs to the one who asked.</summary>
    public IEnumerable<TextBlock> All()
    {
        for (var most = length; most <= Longest;)
        {
            if (!Fill(most))
            {
                if (_filled > 0) yield return Take(_filled);
                yield break;
            }

            var header = LastHeader(_buffer.AsSpan(0, _filled));
            most = header > 0 ? length : most * 2;
            if (header > 0) yield return Take(header);
        }
    }

    /// <summary>What <see cref="All"/> left, after it ended; without a line when it left nothing.</summary>
    public PhysicalLines Rest() => new(reader, _buffer.AsSpan(0, _filled).ToArray(), _filled, _linesBefore);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        reader.Dispose();
    }

    // False when the text ended before.
    private bool Fill(int most)
    {
        if (_buffer.Length < most) Exchange(0, most);
        while (_filled < most)
        {
            var read = reader.Read(_buffer, _filled, most - _filled);
            if (read == 0) return false;
            _filled += read;
        }

        return true;
    }

    // Where the last line that is a header begins; 0 when only the first is one. What follows the last line end may go on.
    private int LastHeader(ReadOnlySpan<char> text)
    {
        for (var end = text.LastIndexOf('\n'); end > 0;)
        {
            var start = text[..end].LastIndexOf('\n') + 1;
            if (start > 0 && end - start <= LongestHeader && isHeader(PhysicalLines.WithoutReturn(text[start..end]))) return start;
            end = start - 1;
        }

        return 0;
    }

    private TextBlock Take(int end)
    {
        var lines = _buffer.AsSpan(0, end).Count('\n') + (_buffer[end - 1] == '\n' ? 0 : 1);
        var block = new TextBlock(_buffer, end, _linesBefore, lines);
        _linesBefore += lines;
        Exchange(end, length);
        return block;
    }

    // Goes on in a new buffer with what follows a place in this one, which then is not ours any more.
    private void Exchange(int from, int least)
    {
        var old = _buffer;
        _filled -= from;
        _buffer = ArrayPool<char>.Shared.Rent(Math.Max(least, _filled));
        old.AsSpan(from, _filled).CopyTo(_buffer);
        if (from == 0) ArrayPool<char>.Shared.Return(old);
    }
}
