using Gateway.Contracts;

namespace Gateway.Tests.Support;

/// <summary>Bytes that come in pieces of any size through a stream that cannot go back, as from a decrypting store.</summary>
internal sealed class DripContent(byte[] bytes, int[] sizes) : IRawContent
{
    public long Length => bytes.Length;

    public Stream Open() => new Drip(bytes, sizes);

    private sealed class Drip(byte[] bytes, int[] sizes) : Stream
    {
        private int at;
        private int step;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var size = Math.Min(Math.Min(count, bytes.Length - at), Math.Max(1, sizes[step++ % sizes.Length]));
            Array.Copy(bytes, at, buffer, offset, size);
            at += size;
            return size;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
