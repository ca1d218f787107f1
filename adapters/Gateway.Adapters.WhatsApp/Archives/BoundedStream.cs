namespace Gateway.Adapters.WhatsApp.Archives;

/// <summary>
/// Reads an entry of a zip and no more than it declared, so that a lying header cannot unpack without end; at the end the check
/// sum must be right, so that a damaged entry is never taken for a shorter one. Closes the zip with itself.
/// </summary>
internal sealed class BoundedStream(Stream inner, long declared, uint checkSum, IDisposable archive) : Stream
{
    private readonly Crc32 _crc = new();
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => declared;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _read += read;
        if (_read > declared) throw new InvalidDataException("An entry of the zip is longer than it declares.");
        _crc.Add(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && (_read < declared || _crc.Value != checkSum))
        {
            throw new InvalidDataException("An entry of the zip is damaged.");
        }

        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            archive.Dispose();
        }

        base.Dispose(disposing);
    }
}
