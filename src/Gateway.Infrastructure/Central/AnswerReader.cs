using System.Text;
using Gateway.Core.Forwarding;

namespace Gateway.Infrastructure.Central;

/// <summary>Turns an HTTP answer into values. It finds what is there and judges nothing; <see cref="AnswerTable"/> does.</summary>
internal sealed class AnswerReader(TimeProvider time)
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads the answer; a body that breaks off or is too long is an answer that cannot be read.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="secrets">Values of the headers we sent.</param>
    /// <param name="interpret">What this kind of call looks for in the body.</param>
    /// <param name="ct">Time-out or shutdown.</param>
    public async Task<CentralAnswer> ReadAsync(
        HttpResponseMessage response, IEnumerable<string> secrets, Func<CentralAnswer, AnswerBody, CentralAnswer> interpret, CancellationToken ct)
    {
        var (bytes, whole) = await BodyAsync(response.Content, ct);
        var answer = new CentralAnswer
        {
            Kind = CentralAnswerKind.Answered,
            Status = (int)response.StatusCode,
            RetryAfter = RetryAfter(response),
            Date = response.Headers.Date,
            Excerpt = Excerpts.Of(Encoding.UTF8.GetString(bytes), secrets),
        };
        if (!whole) return answer;
        using var body = new AnswerBody(bytes);
        return interpret(answer, body);
    }

    private static async Task<(byte[] Bytes, bool Whole)> BodyAsync(HttpContent content, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            await using var stream = await content.ReadAsStreamAsync(ct);
            int read;
            while ((read = await stream.ReadAsync(buffer, ct)) > 0)
            {
                if (kept.Length + read > MostBytes) return (kept.ToArray(), false);
                kept.Write(buffer, 0, read);
            }
            return (kept.ToArray(), true);
        }
        // The status has come and stands, whatever happens to the body.
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            return (kept.ToArray(), false);
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } asked) return null;
        var wait = asked.Delta ?? (asked.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
