using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Polly;
using Polly.Timeout;

namespace Gateway.Infrastructure.Central;

/// <summary>
/// Calls SP4N-LAPOR!. Each call is one HTTP request with one time-out around it; nothing is repeated here, and whatever happens comes
/// back as a <see cref="CentralAnswer"/> that tells whether content left this machine.
/// </summary>
/// <param name="secrets">Resolves a header value: <c>env:NAME</c> and <c>file:PATH</c> to the secret, anything else to itself.</param>
/// <param name="time">Clock of durations, time-outs and dates in Retry-After.</param>
public sealed partial class CentralClient(Func<string, string> secrets, TimeProvider time) : ICentral, IDisposable
{
    private static readonly ResiliencePropertyKey<TimeSpan> TimeLimit = new("time-limit");

    private readonly ConcurrentDictionary<string, Lazy<CentralLine>> lines = new(StringComparer.Ordinal);
    private readonly AnswerReader reader = new(time);
    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = arguments => new(arguments.Context.Properties.GetValue(TimeLimit, default)) })
        .Build();

    public Task<CentralAnswer> UploadAsync(Destination destination, IReadOnlyList<UploadFile> files, TimeSpan notSentAfter, CancellationToken ct) =>
        CallAsync(
            new Call(destination, "upload", destination.ReadTimeout, notSentAfter),
            (api, request, token) => api.UploadAsync(UploadForm.Of(files), request, token),
            (answer, body) => Answers.OfUpload(answer, body, files),
            ct);

    public Task<CentralAnswer> CreateAsync(Destination destination, Submission submission, TimeSpan notSentAfter, CancellationToken ct) =>
        CallAsync(
            new Call(destination, "create", destination.CreateTimeout, notSentAfter),
            (api, request, token) => api.CreateAsync(Json(submission.Body()), request, token),
            (answer, body) => Answers.OfCreate(answer, body, submission.HasFiles ? destination.UnknownFiles : ""),
            ct);

    public Task<CentralAnswer> HandOnAsync(Destination destination, HandOn handOn, TimeSpan notSentAfter, CancellationToken ct) =>
        CallAsync(
            new Call(destination, "handOn", destination.CreateTimeout, notSentAfter, handOn.CentralId),
            (api, request, token) => api.HandOnAsync(handOn.CentralId, Json(HandOnBody.Of(handOn)), request, token),
            Answers.OfTask,
            ct);

    public Task<CentralAnswer> PostFollowUpAsync(Destination destination, FollowUpPost post, TimeSpan notSentAfter, CancellationToken ct) =>
        CallAsync(
            new Call(destination, "addFollowUp", destination.CreateTimeout, notSentAfter),
            (api, request, token) => api.AddFollowUpAsync(FollowUpForm.Of(post), request, token),
            Answers.OfTask,
            ct);

    public Task<CentralAnswer> ReadFollowUpsAsync(Destination destination, string centralId, string? page, CancellationToken ct) =>
        CallAsync(
            new Call(destination, "followUps", destination.ReadTimeout, Timeout.InfiniteTimeSpan, centralId) { Query = page },
            (api, request, token) => api.ReadFollowUpsAsync(centralId, request, token),
            (answer, body) => Answers.OfFollowUps(answer, body, centralId),
            ct);

    public Task<CentralAnswer> ReadAsync(Destination destination, string centralId, CancellationToken ct) =>
        CallAsync(
            new Call(destination, "read", destination.ReadTimeout, Timeout.InfiniteTimeSpan, centralId),
            (api, request, token) => api.ReadAsync(centralId, request, token),
            (answer, body) => Answers.OfRead(answer, body, centralId),
            ct);

    public Task<CentralAnswer> ProbeAsync(Destination destination, CancellationToken ct) =>
        CallAsync(
            new Call(destination, "masters", destination.ReadTimeout, Timeout.InfiniteTimeSpan),
            (api, request, token) => api.ReadMastersAsync(request, token),
            Answers.OfMasters,
            ct);

    /// <summary>Asks the address of a call that sends, without sending: only a GET. A centre that knows the route says that it takes no GET (405), and 404 when it does not.</summary>
    public Task<CentralAnswer> ProbeRouteAsync(Destination destination, string call, CancellationToken ct) =>
        CallAsync(
            new Call(destination, call, destination.ReadTimeout, Timeout.InfiniteTimeSpan),
            (api, request, token) => api.ReadMastersAsync(request, token),
            (answer, _) => answer,
            ct);

    /// <summary>Where a call goes, by the name that routes have in the registry: <c>create</c>, <c>upload</c>, <c>read</c>, <c>masters</c>, <c>handOn</c>, <c>addFollowUp</c>, <c>followUps</c>. Null when the base address is unusable.</summary>
    public static Uri? AddressOf(Destination destination, string call) => CentralRequest.AddressOf(destination, call);

    public void Dispose()
    {
        foreach (var line in lines.Values.Where(line => line.IsValueCreated)) line.Value.Dispose();
    }

    private async Task<CentralAnswer> CallAsync(
        Call call,
        Func<ISp4nLaporApi, CentralRequest, CancellationToken, Task<HttpResponseMessage>> send,
        Func<CentralAnswer, AnswerBody, CentralAnswer> interpret,
        CancellationToken ct)
    {
        var begun = time.GetTimestamp();
        var departure = new Departure(call.NotSentAfter, BootClock.Now);
        var answer = await AnswerAsync(call, departure, send, interpret, ct);
        return answer with { Duration = time.GetElapsedTime(begun) };
    }

    private async Task<CentralAnswer> AnswerAsync(
        Call call,
        Departure departure,
        Func<ISp4nLaporApi, CentralRequest, CancellationToken, Task<HttpResponseMessage>> send,
        Func<CentralAnswer, AnswerBody, CentralAnswer> interpret,
        CancellationToken ct)
    {
        var destination = call.Destination;
        if (CentralRequest.AddressOf(destination, call.Route, call.Id, call.Page, call.Query) is not { } target)
            return NotSent($"Destination '{destination.Key}' has no usable baseUrl. Write one in the registry, then run: gateway channels apply");
        if (!TryHeaders(destination, out var headers, out var missing))
            return NotSent($"Header '{missing}' of destination '{destination.Key}' could not be resolved. Check the secret it names.");

        var request = new CentralRequest(target, headers, departure);
        var context = ResilienceContextPool.Shared.Get(ct);
        context.Properties.Set(TimeLimit, call.TimeLimit);
        try
        {
            return await pipeline.ExecuteAsync(
                async inside =>
                {
                    using var response = await send(LineTo(destination).Api, request, inside.CancellationToken);
                    return await reader.ReadAsync(response, headers.Select(header => header.Value), interpret, inside.CancellationToken);
                },
                context);
        }
        // Once content has left, even a fault of ours must not hide that it did.
        catch (Exception failure) when (CallFailure.IsForeseen(failure) || departure.HasLeft)
        {
            return CallFailure.Left(failure, departure, call.HasBody)
                ? new CentralAnswer { Kind = CentralAnswerKind.NoAnswer, Excerpt = CallFailure.Words(failure) }
                : NotSent(CallFailure.Words(failure));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool TryHeaders(Destination destination, out List<KeyValuePair<string, string>> headers, out string? missing)
    {
        headers = [];
        missing = null;
        foreach (var (name, value) in destination.Headers)
        {
            try
            {
                headers.Add(new(name, secrets(value)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or KeyNotFoundException)
            {
                missing = name;
                return false;
            }
        }
        return true;
    }

    private CentralLine LineTo(Destination destination) => lines.GetOrAdd(destination.Key, _ => new Lazy<CentralLine>(() => new CentralLine())).Value;

    private static CentralAnswer NotSent(string why) => new() { Kind = CentralAnswerKind.NotSent, Excerpt = why };

    // Held in memory: its length is known, so that it is never sent in chunks.
    private static ByteArrayContent Json(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };

    private sealed record Call(Destination Destination, string Route, TimeSpan TimeLimit, TimeSpan NotSentAfter, string? Id = null, int Page = 1)
    {
        public bool HasBody => Route is "create" or "upload" or "handOn" or "addFollowUp";

        /// <summary>The page wanted, as the centre named it; null for the route as it is.</summary>
        public string? Query { get; init; }
    }
}
