using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Adapters.WebForm.Door;

/// <summary>The body of a post as far as it came: all of it, or why not. It has its room until it is disposed of, so that posts that wait for the ledger count too.</summary>
internal sealed class PostReading : IDisposable
{
    private readonly BodyBudget? _room;

    private PostReading(byte[]? bytes, string refusal, BodyBudget? room) => (Bytes, Refusal, _room) = (bytes, refusal, room);

    /// <summary>Null when it is refused.</summary>
    public byte[]? Bytes { get; }

    /// <summary>Code of the refusal; empty when there are bytes.</summary>
    public string Refusal { get; }

    /// <summary>Reads at most one byte over the limit, whatever length the sender claims or hides.</summary>
    public static async Task<PostReading> ReadAsync(HttpContext context, IntakeDoor door, long limit)
    {
        if (context.Request.ContentLength > limit) return Refused("post-too-large");
        // Our limit decides; the server's own would break off with words we did not choose.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = null;

        // One byte more than was promised, to see the end; what came is cleared when it is given back, so the buffer is no larger than needed.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(1 << 16, (context.Request.ContentLength ?? 1 << 16) + 1));
        using var late = new CancellationTokenSource(door.Deadline, door.Time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, late.Token);
        var taken = 0L;
        var isWhole = false;
        try
        {
            using var kept = new MemoryStream();
            while (await context.Request.Body.ReadAsync(buffer, end.Token) is > 0 and var count)
            {
                if (kept.Length + count > limit) return Refused("post-too-large");
                if (!door.InFlight.TryTake(count)) return Refused("intake-closed");
                taken += count;
                kept.Write(buffer, 0, count);
            }

            var body = kept.ToArray();
            isWhole = true;
            return new PostReading(body, "", door.InFlight);
        }
        catch (BadHttpRequestException fault)
        {
            return Refused(fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? "post-too-large" : "post-cut-off");
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            return Refused("post-cut-off");
        }
        catch (IOException)
        {
            return Refused("post-cut-off");
        }
        finally
        {
            if (!isWhole) door.InFlight.Give(taken);
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public void Dispose() => _room?.Give(Bytes!.Length);

    private static PostReading Refused(string code) => new(null, code, null);
}
