using Gateway.Adapters.WebForm.Settings;
using Microsoft.AspNetCore.Http;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>Pages of other sites that post from a browser (CORS): those the channel lists, no others.</summary>
internal static class SiteCrossing
{
    /// <summary>Tells the browser that the page may read the answer. Null lets the post in; a channel that lists no site asks nobody.</summary>
    public static IntakeAnswer? Judge(HttpContext context, FormSettings settings)
    {
        if (settings.Origins.Count == 0 || context.Request.Headers.Origin.Count == 0) return null;
        context.Response.Headers.Vary = "Origin";
        if (!IsListed(context.Request, settings)) return IntakeAnswer.Refused("origin-not-allowed");
        context.Response.Headers.AccessControlAllowOrigin = context.Request.Headers.Origin;
        context.Response.Headers.AccessControlExposeHeaders = "Location, Retry-After";
        return null;
    }

    /// <summary>Answers the question that a browser asks before it posts.</summary>
    /// <returns>Null when it was answered with yes.</returns>
    public static IntakeAnswer? Preflight(HttpContext context, FormSettings settings)
    {
        if (!IsListed(context.Request, settings)) return IntakeAnswer.Refused("origin-not-allowed");
        Judge(context, settings);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.AccessControlAllowMethods = "POST";
        context.Response.Headers.AccessControlAllowHeaders = "authorization, content-type, idempotency-key, accept-language";
        context.Response.Headers.AccessControlMaxAge = "600";
        return null;
    }

    /// <summary>True for a page of the gateway's own, or of a listed site.</summary>
    public static bool IsOwnOrListed(HttpRequest request, FormSettings settings) =>
        request.Headers.Origin.Count == 0
        || IsListed(request, settings)
        || (request.Headers.Origin.Count == 1
            && Uri.TryCreate(request.Headers.Origin[0], UriKind.Absolute, out var site)
            && site.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsListed(HttpRequest request, FormSettings settings) =>
        request.Headers.Origin is [{ } origin] && settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
