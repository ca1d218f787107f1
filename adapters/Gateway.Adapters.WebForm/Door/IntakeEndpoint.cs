using Gateway.Contracts;
using Gateway.Contracts.Fields;
using Gateway.Contracts.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>
/// <c>POST /intake/{channel}</c>: 202 with the tracking number once the post is durable, and never before. What cannot be read is
/// kept in quarantine and refused with words the sender can act on.
/// </summary>
public static class IntakeEndpoint
{
    /// <summary>Maps the door. Only POST; anything else is 405 by routing.</summary>
    public static IEndpointConventionBuilder MapIntake(this IEndpointRouteBuilder routes, IntakeDoor door) =>
        routes.MapPost("/intake/{channel}", context => HandleAsync(context, door));

    private static async Task HandleAsync(HttpContext context, IntakeDoor door)
    {
        try
        {
            var answer = await ReceiveAsync(context, door);
            await answer.WriteAsync(context, door.Language);
        }
        catch (Exception fault) when ((fault is IOException or OperationCanceledException) && context.RequestAborted.IsCancellationRequested)
        {
            // The sender went away: nobody is left to be told, and nothing was kept unless the whole post had come.
        }
    }

    private static async Task<IntakeAnswer> ReceiveAsync(HttpContext context, IntakeDoor door)
    {
        var key = context.Request.RouteValues["channel"] as string ?? "";
        if (door.FindChannel(key) is not { Kind: "webform" } channel) return IntakeAnswer.Refused("channel-unknown");
        if (DoorKeeper.Judge(context, channel, door.Secret) is { } refusal) return refusal;
        if (!channel.Enabled) return IntakeAnswer.Refused("channel-paused");
        if (!IdempotencyKey.TryRead(context.Request, out var idempotencyKey)) return IntakeAnswer.Refused("idempotency-key-unusable");

        var read = await PostReading.ReadAsync(context, door.Limit);
        if (read.Bytes is not { } bytes) return IntakeAnswer.Refused(read.Refusal);
        var raw = Raw(context.Request, bytes, idempotencyKey, door.Time.GetUtcNow().ToOffset(WrittenDate.Wita));
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

    private static RawItem Raw(HttpRequest request, byte[] bytes, string? key, DateTimeOffset received) => new()
    {
        File = $"post {received:yyyy-MM-dd'T'HH:mm:ss.fffzzz}",
        MediaType = string.IsNullOrWhiteSpace(request.ContentType) ? null : request.ContentType,
        Content = new BytesContent(bytes),
        Received = received,
        Evidence = key is null ? new Dictionary<string, string>() : new() { ["idempotency-key"] = key },
    };
}
