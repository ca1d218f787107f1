using System.Net;

namespace Gateway.Infrastructure.Central;

/// <summary>
/// The innermost handler: nothing of ours or of a library stands between it and the socket. It puts the destination's address and
/// headers on the request and wraps the content so that its leaving is noted.
/// </summary>
internal sealed class DepartureHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(CentralRequest.Key, out var call)) throw new InvalidOperationException("A call to the centre without its request.");
        request.RequestUri = call.Target;
        // 1.1 exactly: what is known about repeats and about what left was measured there.
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        foreach (var (name, value) in call.Headers)
        {
            if (request.Headers.NonValidated.Contains(name)) request.Headers.Remove(name);
            if (!request.Headers.TryAddWithoutValidation(name, value))
                throw new CallAbandonedException($"Header '{name}' cannot be sent as configured. Correct it in the destination's headers.");
        }
        if (request.Content is not null) request.Content = new DepartingContent(request.Content, call.Departure);
        return base.SendAsync(request, cancellationToken);
    }
}
