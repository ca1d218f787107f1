using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Reads a text line by line without holding more than one line. A line ends at <c>\n</c> or at the end of the text; a <c>\r</c>
/// before it is dropped. Of a line longer than <see cref="LongestLine"/> only the beginning is kept, so that a file without line
/// ends cannot fill the memory.
/// </summary>
internal sealed class PhysicalLines(TextReader reader) : IDisposable
{
    /// <summary>Characters kept of one line; WhatsApp's own limit for a message is 65,536.</summary>
    public const int LongestLine = 1 << 20;

    private char[] _buffer = new char[1 << 16];
    private int _start;
    private int _end;
    private int _lineStart;
    private int _lineLength;

    /// <summary>1-based number of <see cref="Line"/>; after the last line, how many there were.</summary>
    public int Number { get; private set; }

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
            if (newline >= 0) return Take(scanned + newline, consumed: scanned + newline + 1);

            scanned = _end - _start;
            if (scanned > LongestLine) return TakeBeginning();
            if (!Fill()) return scanned > 0 && Take(scanned, scanned);
        }
    }

    public void Dispose() => reader.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(int length, int consumed)
    {
        _lineStart = _start;
        _lineLength = length > 0 && _buffer[_start + length - 1] == '\r' ? length - 1 : length;
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
