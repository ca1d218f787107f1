using Gateway.Adapters.WebForm.Page;
using Gateway.Adapters.WebForm.Settings;
using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>
/// <c>POST /intake/{channel}</c>: 202 with the tracking number once the post is durable, and never before. What cannot be read is
/// kept in quarantine and refused with words the sender can act on.
/// </summary>
public static class IntakeEndpoint
{
    /// <summary>Maps the door, and the page of the channels that have one. Other methods are 405 by routing.</summary>
    public static void MapIntake(this IEndpointRouteBuilder routes, IntakeDoor door)
    {
        var limits = new PostLimits();
        routes.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopped.Register(limits.Dispose);
        routes.MapPost("/intake/{channel}", context => AnswerAsync(context, door, limits));
        routes.MapMethods("/intake/{channel}", [HttpMethods.Options], context => PreflightAsync(context, door));
        PageEndpoint.Map(routes, door, limits);
    }

    private static async Task AnswerAsync(HttpContext context, IntakeDoor door, PostLimits limits)
    {
        try
        {
            var answer = await ReceiveAsync(context, door, limits);
            await answer.WriteAsync(context, door.Language);
        }
        catch (Exception fault) when ((fault is IOException or OperationCanceledException) && context.RequestAborted.IsCancellationRequested)
        {
            // The sender went away: nobody is left to be told, and nothing was kept unless the whole post had come.
        }
    }

    private static Task PreflightAsync(HttpContext context, IntakeDoor door)
    {
        var refusal = door.Form(context) is { } channel ? SiteCrossing.Preflight(context, FormSettings.Of(channel)) : IntakeAnswer.Refused("channel-unknown");
        return refusal?.WriteAsync(context, door.Language) ?? Task.CompletedTask;
    }

    private static async Task<IntakeAnswer> ReceiveAsync(HttpContext context, IntakeDoor door, PostLimits limits)
    {
        if (door.Form(context) is not { } channel) return IntakeAnswer.Refused("channel-unknown");
        var settings = FormSettings.Of(channel);
        if (SiteCrossing.Judge(context, settings) is { } stranger) return stranger;
        if (settings.Rate is not null && limits.Knock(context, channel, settings) is { } early) return IntakeAnswer.TooMany(early);
        if (DoorKeeper.Judge(context, channel, settings, door.Secret) is { } refusal) return Counted(refusal, context, channel, settings, limits);
        if (settings.Signature is { } signature && !PostSignature.IsThere(context.Request, signature))
            return Counted(IntakeAnswer.Refused("signature-missing"), context, channel, settings, limits);
        if (settings.Signature is not null && limits.IsSpent(context, channel, settings)) return IntakeAnswer.TooMany(TimeSpan.FromMinutes(1));
        if (!channel.Enabled) return IntakeAnswer.Refused("channel-paused");
        if (!IdempotencyKey.TryRead(context.Request, settings, out var key)) return IntakeAnswer.Refused("idempotency-key-unusable");

        using var read = await PostReading.ReadAsync(context, door, door.Limit);
        if (read.Bytes is not { } bytes) return IntakeAnswer.Refused(read.Refusal);
        // On the bytes as they came, before anything of them is read.
        if (PostSignature.Judge(context.Request, channel, settings, bytes, door) is { } unsigned) return Counted(unsigned, context, channel, settings, limits);
        if (settings.Rate is not null && limits.Enter(channel, settings) is { } wait) return IntakeAnswer.TooMany(wait);
        return await KeepAsync(door, channel, Raw(context.Request, bytes, key is null ? [] : new() { [PostEvidence.Key] = key }, door));
    }

    /// <summary>Hands a post that has come whole to the intake.</summary>
    internal static async Task<IntakeAnswer> KeepAsync(IntakeDoor door, Channel channel, RawItem raw)
    {
        try
        {
            // The whole post has come: it is kept even if the sender does not wait for the answer.
            return IntakeAnswer.Of(await door.Intake.AcceptAsync(channel.Key, null, raw, CancellationToken.None));
        }
        catch (IntakeRefusedException)
        {
            return IntakeAnswer.Refused("intake-closed");
        }
    }

    internal static RawItem Raw(HttpRequest request, byte[] bytes, Dictionary<string, string> evidence, IntakeDoor door)
    {
        var received = door.Time.GetUtcNow().ToOffset(WrittenDate.Wita);
        return new RawItem
        {
            File = $"post {received:yyyy-MM-dd'T'HH:mm:ss.fffzzz}",
            MediaType = string.IsNullOrWhiteSpace(request.ContentType) ? null : request.ContentType,
            Content = new BytesContent(bytes),
            Received = received,
            Evidence = evidence,
        };
    }

    // Whoever knocks with wrong keys is counted, so that guessing takes years.
    private static IntakeAnswer Counted(IntakeAnswer refusal, HttpContext context, Channel channel, FormSettings settings, PostLimits limits) =>
        settings.Rate is null && limits.Knock(context, channel, settings) is { } wait ? IntakeAnswer.TooMany(wait) : refusal;
}
