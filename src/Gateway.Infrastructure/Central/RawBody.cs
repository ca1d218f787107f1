using System.Net;
using Gateway.Contracts;

namespace Gateway.Infrastructure.Central;

/// <summary>Raw content as the body of a part: streamed, its length known beforehand.</summary>
internal sealed class RawBody(IRawContent raw) : HttpContent
{
    private readonly long bytes = raw.Length;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var source = raw.Open();
        await source.CopyToAsync(stream, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes;
        return true;
    }
}
