using System.Buffers.Binary;
using System.Security.Cryptography;
using Gateway.Core.Identity;

namespace Gateway.Infrastructure.Payloads;

/// <summary>
/// Reads a payload file holding one chunk in memory. Every byte it gives is authenticated, and it ends well only after the last chunk:
/// a file that was cut, reordered or altered is an <see cref="IOException"/>, never a shorter content.
/// </summary>
internal sealed class UnsealingStream(Stream file, string name, long length, IVault vault, byte[] wrappedKey) : Stream
{
    private readonly byte[] _prefix = new byte[PayloadFormat.PrefixLength];
    private byte[] _sealed = [];
    private ReadOnlyMemory<byte> _chunk;
    private long _index;
    private long _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _given;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _given == length) return 0;
        if (_chunk.IsEmpty) _chunk = NextChunk();
        var count = Math.Min(buffer.Length, _chunk.Length);
        _chunk.Span[..count].CopyTo(buffer);
        _chunk = _chunk[count..];
        _given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private ReadOnlyMemory<byte> NextChunk()
    {
        try
        {
            file.ReadExactly(_prefix);
            var sealedLength = BinaryPrimitives.ReadInt32LittleEndian(_prefix);
            if (sealedLength is <= 0 or > PayloadFormat.LongestChunk) throw Damaged(null);
            if (_sealed.Length < sealedLength) _sealed = new byte[sealedLength];
            var sealedChunk = _sealed.AsSpan(0, sealedLength);
            file.ReadExactly(sealedChunk);
            // A chunk is the last when the file ends behind it; its purpose proves that the writer ended there too.
            var last = file.Position == file.Length;
            var plain = vault.Open(wrappedKey, sealedChunk, PayloadFormat.Purpose(name, _index++, last));
            if (plain.Length == 0 || (_given + plain.Length == length) != last) throw Damaged(null);
            return plain;
        }
        catch (Exception broken) when (broken is EndOfStreamException or CryptographicException)
        {
            throw Damaged(broken);
        }
    }

    private IOException Damaged(Exception? why) =>
        new($"The payload '{name}' was cut or altered on disk: restore the file from a backup.", why);
}
