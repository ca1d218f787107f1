using System.Net;

namespace Gateway.Infrastructure.Central;

/// <summary>Wraps the content of a request so that its leaving is noted before the first byte of it is written.</summary>
internal sealed class DepartingContent : HttpContent
{
    private readonly HttpContent content;
    private readonly Departure departure;

    public DepartingContent(HttpContent content, Departure departure)
    {
        this.content = content;
        this.departure = departure;
        foreach (var header in content.Headers.NonValidated) Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string>)header.Value);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        departure.Leave();
        return content.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = content.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) content.Dispose();
        base.Dispose(disposing);
    }
}
