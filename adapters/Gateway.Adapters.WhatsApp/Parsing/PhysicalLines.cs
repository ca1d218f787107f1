using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Reads a text line by line without holding more than one line. A line ends at <c>\n</c> or at the end of the text; a <c>\r</c>
/// before it is dropped. Of a line longer than <see cref="LongestLine"/> only the beginning is kept, so that a file without line
/// ends cannot fill the memory.
/// </summary>
/// <param name="reader">The text, or what follows the beginning.</param>
/// <param name="beginning">What was read of it already; it becomes the buffer.</param>
/// <param name="filled">How much of that.</param>
/// <param name="linesBefore">Lines that stand before it.</param>
internal sealed class PhysicalLines(TextReader reader, char[] beginning, int filled, int linesBefore) : IDisposable
{
    /// <summary>Characters kept of one line; WhatsApp's own limit for a message is 65,536.</summary>
    public const int LongestLine = 1 << 20;

    private char[] _buffer = beginning;
    private int _start;
    private int _end = filled;
    private int _lineStart;
    private int _lineLength;

    /// <summary>The lines of a whole text.</summary>
    public PhysicalLines(TextReader reader)
        : this(reader, new char[1 << 16], 0, 0)
    {
    }

    /// <summary>1-based number of <see cref="Line"/>; after the last line, how many there were.</summary>
    public int Number { get; private set; } = linesBefore;

    /// <summary>The current line; valid until the next <see cref="Next"/>.</summary>
    public ReadOnlySpan<char> Line => _buffer.AsSpan(_lineStart, _lineLength);

    /// <summary>The line was longer than is kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Moves to the next line; false at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        IsCut = false;
        var scanned = 0;
        while (true)
        {
            var newline = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf('\n');
            if (newline >= 0)
            {
                IsCut = scanned + newline > LongestLine;
                return Take(Math.Min(scanned + newline, LongestLine), consumed: scanned + newline + 1);
            }

            scanned = _end - _start;
            if (scanned > LongestLine) return TakeBeginning();
            if (!Fill()) return scanned > 0 && Take(scanned, scanned);
        }
    }

    /// <summary>A line without the <c>\r</c> that belongs to its end.</summary>
    public static ReadOnlySpan<char> WithoutReturn(ReadOnlySpan<char> line) => line is [.. var rest, '\r'] ? rest : line;

    public void Dispose() => reader.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(int length, int consumed)
    {
        _lineStart = _start;
        _lineLength = WithoutReturn(_buffer.AsSpan(_start, length)).Length;
        _start += consumed;
        Number++;
        return true;
    }

    // Keeps the beginning and reads on to the line end in a second, small buffer.
    private bool TakeBeginning()
    {
        IsCut = true;
        var kept = _buffer.AsSpan(_start, LongestLine).ToArray();
        _start = _end;
        while (true)
        {
            var newline = _buffer.AsSpan(_start, _end - _start).IndexOf('\n');
            if (newline >= 0)
            {
                var rest = _buffer.AsSpan(_start + newline + 1, _end - _start - newline - 1).ToArray();
                _buffer = new char[kept.Length + Math.Max(rest.Length, 1 << 16)];
                kept.CopyTo(_buffer, 0);
                rest.CopyTo(_buffer, kept.Length);
                _start = 0;
                _end = kept.Length + rest.Length;
                return Take(kept.Length, kept.Length);
            }

            _start = _end = 0;
            _end = reader.Read(_buffer, 0, _buffer.Length);
            if (_end > 0) continue;
            _buffer = kept;
            _end = kept.Length;
            return Take(kept.Length, kept.Length);
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = reader.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
