using Gateway.Contracts;

namespace Gateway.Tests.Support;

/// <summary>Bytes that count how many of their streams nobody has closed.</summary>
internal sealed class WatchedContent(byte[] bytes) : IRawContent
{
    public long Length => bytes.Length;

    public int StillOpen { get; private set; }

    public Stream Open()
    {
        StillOpen++;
        return new Watched(this, bytes);
    }

    private sealed class Watched(WatchedContent content, byte[] bytes) : MemoryStream(bytes)
    {
        private bool isClosed;

        protected override void Dispose(bool disposing)
        {
            if (!isClosed) content.StillOpen--;
            isClosed = true;
            base.Dispose(disposing);
        }
    }
}
