using System.Net.Http.Headers;
using Gateway.Contracts.Intake;

namespace Gateway.Adapters.WebForm.Reading;

/// <summary>Decides which format a body has, by what the sender claims or by its first byte, and has it read.</summary>
internal static class PostBody
{
    /// <exception cref="PostUnreadableException">It is none of the formats, or broken.</exception>
    public static PostFields Read(RawItem raw)
    {
        var bytes = BytesOf(raw);
        var claim = MediaTypeHeaderValue.TryParse(raw.MediaType, out var parsed) ? parsed : null;
        var charset = PostCharset.Of(claim?.CharSet);
        var start = FirstByte(bytes.Span);
        switch (claim?.MediaType?.ToLowerInvariant())
        {
            case "multipart/form-data":
                return MultipartPost.Read(bytes, Boundary(claim) ?? FirstLineBoundary(bytes.Span), charset);
            // curl -d claims urlencoded whatever it sends; a browser never leaves a brace unencoded.
            case "application/x-www-form-urlencoded" when start is not ((byte)'{' or (byte)'['):
                return UrlencodedPost.Read(bytes.Span, charset);
            case { } type when type.EndsWith("json", StringComparison.Ordinal):
                return JsonPost.Read(bytes, charset);
            case { } type when type.StartsWith("multipart/", StringComparison.Ordinal):
                throw new PostUnreadableException("media-type");
        }

        return start switch
        {
            (byte)'{' or (byte)'[' => JsonPost.Read(bytes, charset),
            (byte)'-' when bytes.Span.TrimStart("\r\n \t"u8).StartsWith("--"u8) => MultipartPost.Read(bytes, FirstLineBoundary(bytes.Span), charset),
            _ when raw.MediaType is null => UrlencodedPost.Read(bytes.Span, charset),
            _ => throw new PostUnreadableException("media-type"),
        };
    }

    /// <summary>The boundary of a bare multipart body: its first line without the two hyphens. Null when it is none.</summary>
    public static string? FirstLineBoundary(ReadOnlySpan<byte> body)
    {
        body = body.TrimStart("\r\n \t"u8);
        var end = body.IndexOfAny((byte)'\r', (byte)'\n');
        if (!body.StartsWith("--"u8) || end is < 3 or > 80) return null;
        var line = System.Text.Encoding.ASCII.GetString(body[2..end]).TrimEnd();
        return line.Length == 0 ? null : line;
    }

    private static string? Boundary(MediaTypeHeaderValue claim) =>
        claim.Parameters.FirstOrDefault(p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');

    private static byte FirstByte(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        bytes = bytes.TrimStart("\r\n \t"u8);
        return bytes.IsEmpty ? (byte)0 : bytes[0];
    }

    private static ReadOnlyMemory<byte> BytesOf(RawItem raw)
    {
        if (raw.Content is Contracts.BytesContent held) return held.Memory;
        using var stream = raw.Content.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
