using System.Text.Json.Serialization;

namespace Gateway.Simulator.Faults;

/// <summary>
/// What can go wrong at the centre. The names in JSON are those of the attributes. "Stored" means: a create, upload, hand-on or
/// follow-up is in the book although the answer does not say so. A call that the centre would refuse anyway (422, 404, 401) gets
/// that refusal instead of a fault that plays after storing.
/// </summary>
public enum FaultKind
{
    /// <summary>Waits <c>seconds</c>, then answers as usual. Stored, even when the caller has hung up meanwhile.</summary>
    [JsonStringEnumMemberName("slow")] Slow,

    /// <summary>429 with <c>Retry-After: seconds</c>. Not stored.</summary>
    [JsonStringEnumMemberName("429")] TooManyRequests,

    /// <summary>500 although the call was carried out. Stored.</summary>
    [JsonStringEnumMemberName("500-after-storing")] ErrorAfterStoring,

    /// <summary>503 without a Retry-After. Not stored.</summary>
    [JsonStringEnumMemberName("503")] Unavailable,

    /// <summary>503 with <c>Retry-After: seconds</c>. Not stored.</summary>
    [JsonStringEnumMemberName("503-retry-after")] UnavailableRetryAfter,

    /// <summary>Refused with a message: 422, or the given <c>status</c>. Not stored.</summary>
    [JsonStringEnumMemberName("refuse")] Refuse,

    /// <summary>The bare <c>status</c> (required, 300-599), for example 401. Not stored.</summary>
    [JsonStringEnumMemberName("status")] Status,

    /// <summary>Reads the whole request, then resets the connection (RST). Not stored.</summary>
    [JsonStringEnumMemberName("reset-before")] ResetBefore,

    /// <summary>Carries the call out, then resets the connection (RST). Stored.</summary>
    [JsonStringEnumMemberName("reset-after")] ResetAfter,

    /// <summary>Carries the call out, stays silent for <c>seconds</c>, then resets the connection. Stored.</summary>
    [JsonStringEnumMemberName("time-out-after-storing")] TimeOutAfterStoring,

    /// <summary>303 with a Location that leads to a page. Not stored.</summary>
    [JsonStringEnumMemberName("303")] SeeOther,

    /// <summary>200 with an HTML page. Not stored.</summary>
    [JsonStringEnumMemberName("html")] Html,

    /// <summary>201 with JSON that holds no id. Stored.</summary>
    [JsonStringEnumMemberName("no-id")] NoId,

    /// <summary>Forgets every uploaded file that nothing names yet, then goes on as usual: a create that names one is refused with 422.</summary>
    [JsonStringEnumMemberName("forget-files")] ForgetFiles,

    /// <summary>A list of masters without a single row.</summary>
    [JsonStringEnumMemberName("empty-list")] EmptyList,

    /// <summary>A list of masters that ends after half of its first page, as if that were all.</summary>
    [JsonStringEnumMemberName("half-list")] HalfList,

    /// <summary>200 with JSON of an entirely different shape. Stored.</summary>
    [JsonStringEnumMemberName("wrong-schema")] WrongSchema,
}
