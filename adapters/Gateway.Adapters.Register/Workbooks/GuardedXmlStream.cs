namespace Gateway.Adapters.Register.Workbooks;

/// <summary>
/// The XML of one part of a workbook, unpacked while it is read and never beyond what a register needs: neither in all, nor in one
/// tag or text. An XML reader holds those whole, and a file of 400 KB can unpack to one of 400 MB.
/// </summary>
/// <param name="inner">The part as it is unpacked.</param>
/// <param name="reached">Is told how many bytes were read so far, and throws where that is too much.</param>
internal sealed class GuardedXmlStream(Stream inner, Action<long> reached) : Stream
{
    private const int LongestPiece = 1 << 20;

    private long _read;
    private long _sinceTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _read += count;
        var tag = buffer[..count].LastIndexOf((byte)'<');
        _sinceTag = tag < 0 ? _sinceTag + count : count - tag;
        reached(_read);
        if (_sinceTag > LongestPiece) throw new WorkbookFaultException("workbook-too-large");
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
