using Gateway.Adapters.WebForm.Door;
using Gateway.Adapters.WebForm.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Adapters.WebForm.Page;

/// <summary>
/// <c>/form/{channel}</c>: the page for agencies without a site of their own, off unless the channel says <c>page</c>. It is an intake
/// into SP4N-LAPOR!, never a channel of its own. Its posts need no token; rate, origin and honeypot stand in for it.
/// </summary>
internal static class PageEndpoint
{
    /// <summary>Most bytes that are read of a post over the rate, to show again what was typed: the fields of the page, not its photos.</summary>
    private const int TypedAtMost = 256 << 10;

    public static void Map(IEndpointRouteBuilder routes, IntakeDoor door, PostLimits limits)
    {
        routes.MapMethods("/form/{channel}", [HttpMethods.Get, HttpMethods.Head], context => ShowAsync(context, door));
        routes.MapPost("/form/{channel}", context => PostAsync(context, door, limits));
    }

    private static Task ShowAsync(HttpContext context, IntakeDoor door) => Find(context, door) is { } visit
        ? visit.WriteAsync(StatusCodes.Status200OK, FormView.Of(visit, PagePost.Empty))
        : IntakeAnswer.Refused("page-unknown").WriteAsync(context, door.Language);

    private static async Task PostAsync(HttpContext context, IntakeDoor door, PostLimits limits)
    {
        try
        {
            if (Find(context, door) is not { } visit) await IntakeAnswer.Refused("page-unknown").WriteAsync(context, door.Language);
            else await ReceiveAsync(visit, limits);
        }
        catch (Exception fault) when ((fault is IOException or OperationCanceledException) && context.RequestAborted.IsCancellationRequested)
        {
            // The sender went away: nobody is left to be told, and nothing was kept unless the whole post had come.
        }
    }

    private static async Task ReceiveAsync(Visit visit, PostLimits limits)
    {
        var (context, door) = (visit.Context, visit.Door);
        if (!SiteCrossing.IsOwnOrListed(context.Request, visit.Settings))
        {
            await visit.RefuseAsync(IntakeAnswer.Refused("origin-not-allowed"), PagePost.Empty);
            return;
        }

        // The page sends nothing else; what programs send belongs to the other door.
        if (!context.Request.HasFormContentType)
        {
            await visit.RefuseAsync(IntakeAnswer.Refused("page-form-only"), null);
            return;
        }

        if ((limits.Knock(context, visit.Channel, visit.Settings) ?? limits.Enter(visit.Channel, visit.Settings)) is { } wait)
        {
            using var early = await PostReading.ReadAsync(context, door, Math.Min(door.Limit, TypedAtMost));
            await visit.RefuseAsync(IntakeAnswer.TooMany(wait), early.Bytes is { } typed ? PagePost.Of(visit, typed) : null);
            return;
        }

        using var read = await PostReading.ReadAsync(context, door, door.Limit);
        if (read.Bytes is not { } bytes)
        {
            await visit.RefuseAsync(IntakeAnswer.Refused(read.Refusal), null);
            return;
        }

        var post = PagePost.Of(visit, bytes);
        if (!visit.Channel.Enabled) await visit.RefuseAsync(IntakeAnswer.Refused("channel-paused"), post);
        else if (post.Faults.Count > 0) await visit.WriteAsync(StatusCodes.Status422UnprocessableEntity, FormView.Of(visit, post));
        else await KeepAsync(visit, bytes, post);
    }

    private static async Task KeepAsync(Visit visit, byte[] bytes, PagePost post)
    {
        var answer = await IntakeEndpoint.KeepAsync(visit.Door, visit.Channel, IntakeEndpoint.Raw(visit.Context.Request, bytes, post.Evidence, visit.Door));
        if (answer.Code.Length > 0) await visit.RefuseAsync(answer, post);
        else await visit.WriteAsync(StatusCodes.Status200OK, SentView.Of(visit, answer.Number));
    }

    private static Visit? Find(HttpContext context, IntakeDoor door) =>
        door.Form(context) is { } channel && FormSettings.Of(channel) is { Page: { } page } settings
            ? new Visit(context, door, channel, settings, page)
            : null;
}
