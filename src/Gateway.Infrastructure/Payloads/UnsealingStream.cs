using System.Buffers.Binary;
using System.Security.Cryptography;
using Gateway.Core.Identity;

namespace Gateway.Infrastructure.Payloads;

/// <summary>
/// Reads a payload file holding one chunk in memory, from any place: a zip is read from its end, and would else be copied to memory for each
/// picture in it. Every byte it gives is authenticated in its place, and it ends well only after the last chunk: a file that was cut,
/// reordered or altered is an <see cref="IOException"/>, never a shorter content.
/// </summary>
internal sealed class UnsealingStream(Stream file, string name, long length, IVault vault, byte[] wrappedKey) : Stream
{
    private readonly byte[] _prefix = new byte[PayloadFormat.PrefixLength];
    private byte[] _sealed = [];
    private ReadOnlyMemory<byte> _chunk;
    private long _begin;
    private long _index;
    private long _position;

    // All chunks but the last are as long as the first, unsealed and in the file.
    private long _plainStep;
    private long _sealedStep;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _position >= length) return 0;
        if (!IsInChunk) Load();
        var rest = _chunk.Span[(int)(_position - _begin)..];
        var count = Math.Min(buffer.Length, rest.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
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

    public override long Seek(long offset, SeekOrigin origin)
    {
        Position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            _ => length,
        };
        return _position;
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private bool IsInChunk => _position >= _begin && _position < _begin + _chunk.Length;

    private void Load()
    {
        if (_index == 0)
        {
            Take();
            if (IsInChunk) return;
        }

        if (_position == _begin + _chunk.Length) _begin += _chunk.Length;
        else
        {
            _index = _position / _plainStep;
            _begin = _index * _plainStep;
            file.Position = PayloadFormat.HeaderLength + (_index * _sealedStep);
        }

        Take();
        if (!IsInChunk) throw Damaged(null);
    }

    // The chunk at which the file stands.
    private void Take()
    {
        // Whatever goes wrong below, the chunk of another place is not read for this one.
        _chunk = default;
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
            _chunk = vault.Open(wrappedKey, sealedChunk, PayloadFormat.Purpose(name, _index, last));
            if (_chunk.Length == 0 || (_begin + _chunk.Length == length) != last) throw Damaged(null);
            if (_index++ == 0) (_plainStep, _sealedStep) = (_chunk.Length, PayloadFormat.PrefixLength + sealedLength);
        }
        catch (Exception broken) when (broken is EndOfStreamException or CryptographicException)
        {
            throw Damaged(broken);
        }
    }

    private IOException Damaged(Exception? why)
    {
        // What was read of it before is not to be taken for the place that could not be read.
        _chunk = default;
        return new($"The payload '{name}' was cut or altered on disk: restore the file from a backup.", why);
    }
}
