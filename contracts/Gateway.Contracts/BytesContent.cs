namespace Gateway.Contracts;

/// <summary>Raw content held in memory.</summary>
public sealed class BytesContent(ReadOnlyMemory<byte> bytes) : IRawContent
{
    public ReadOnlyMemory<byte> Memory => bytes;

    public long Length => bytes.Length;

    public Stream Open() =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
