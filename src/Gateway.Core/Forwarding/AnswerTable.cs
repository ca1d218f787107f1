using Gateway.Core.Ledger;
using static Gateway.Core.Forwarding.CentralAnswerKind;
using static Gateway.Core.Ledger.AttemptOutcome;

namespace Gateway.Core.Forwarding;

/// <summary>
/// The one table that turns an answer of the centre into an outcome. The first row that fits decides. Doubt about a create is
/// Unknown; doubt about an upload or a read only means trying again.
/// </summary>
public static class AnswerTable
{
    /// <summary>
    /// The rows in order. Create is the outcome of a create, Other that of an upload or a read, Task that of a hand-on or follow-up post, whose
    /// doubt is Unknown too.
    /// </summary>
    public static IReadOnlyList<AnswerRow> Rows { get; } =
    [
        new("nothing left the machine", a => a.Kind == CentralAnswerKind.NotSent, AttemptOutcome.NotSent, AttemptOutcome.NotSent, AttemptOutcome.NotSent),
        new("time-out or reset after the content began to leave", a => a.Kind == NoAnswer, AttemptOutcome.Unknown, Unavailable, AttemptOutcome.Unknown),
        new("2xx with an id", a => Is2xx(a) && HasId(a), Done, Done, Done),
        new("2xx without an id, unreadable, HTML", Is2xx, AttemptOutcome.Unknown, Unavailable, AttemptOutcome.Unknown),
        new("409 with an id", a => a.Status == 409 && HasId(a), AttemptOutcome.Unknown, Done, Done) { ReadsBack = true },
        new("409 without an id", a => a.Status == 409, AttemptOutcome.Unknown, Unavailable, AttemptOutcome.Unknown),
        new("401", a => a.Status == 401, Misconfigured, Misconfigured, Misconfigured),
        new("400, 404, 422 that name its files", a => a.Status is 400 or 404 or 422 && a.NamesFiles, Rejected, Rejected, Rejected) { UploadsAgain = true },
        new("403, 404, 410", a => a.Status is 403 or 404 or 410, Misconfigured, Misconfigured, Rejected),
        new("405", a => a.Status == 405, Misconfigured, Misconfigured, Misconfigured),
        new("408, 425, 429", a => a.Status is 408 or 425 or 429, Unavailable, Unavailable, Unavailable),
        new("503 with Retry-After", a => a.Status == 503 && a.RetryAfter is not null, Unavailable, Unavailable, Unavailable),
        new("400, 413, 422 and other 4xx", a => a.Status is >= 400 and < 500, Rejected, Rejected, Rejected),
        new("3xx", a => a.Status is >= 300 and < 400, AttemptOutcome.Unknown, Unavailable, AttemptOutcome.Unknown) { Redirects = true },
        new("500, 502, 503 without, 504, anything else", _ => true, AttemptOutcome.Unknown, Unavailable, AttemptOutcome.Unknown),
    ];

    /// <summary>The row that fits the answer.</summary>
    public static AnswerRow RowOf(CentralAnswer answer) => Rows.First(row => row.Fits(answer));

    /// <summary>The outcome of a call by its answer.</summary>
    public static AttemptOutcome Classify(CentralCall call, CentralAnswer answer)
    {
        var row = RowOf(answer);
        return call switch
        {
            CentralCall.Create => row.Create,
            CentralCall.Task => row.Task,
            // What is refused of one complaint alone is no fault of our settings.
            CentralCall.ReadOne => row.Task == Rejected ? Rejected : row.Other,
            _ => row.Other,
        };
    }

    private static bool Is2xx(CentralAnswer answer) => answer.Status is >= 200 and < 300;

    // An upload answers with file ids, a read with the id it was asked for.
    private static bool HasId(CentralAnswer answer) => answer.Readable && (answer.Id is not null || answer.FileIds.Count > 0);
}
