using Gateway.Contracts;

namespace Gateway.Adapters.Email.Reading;

/// <summary>Raw content as a stream that can go back, which the parser needs; one that cannot is copied to memory.</summary>
internal static class SeekableStream
{
    public static Stream Of(IRawContent content)
    {
        var stream = content.Open();
        if (stream.CanSeek) return stream;
        using (stream)
        {
            // Its final size at once: growing by doubling would hold the mail three times.
            var copy = new MemoryStream((int)Math.Min(content.Length, Array.MaxLength));
            stream.CopyTo(copy);
            copy.Position = 0;
            return copy;
        }
    }
}
