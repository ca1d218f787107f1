using Gateway.Core.Ledger;

namespace Gateway.Core.ServiceClock;

/// <summary>A complaint whose reporter was asked: until when an answer is awaited. Overdue, it stays where it is until a person decides. Pure.</summary>
/// <param name="Due">Last day for an answer, in WITA.</param>
/// <param name="IsOverdue">That day is over.</param>
public sealed record Waiting(DateOnly Due, bool IsOverdue)
{
    /// <summary>Reason code of a complaint that waits for its reporter.</summary>
    public const string Code = "waiting-for-reporter";

    /// <summary>Null when no answer is awaited.</summary>
    /// <param name="row">The complaint.</param>
    /// <param name="days">The calendar.</param>
    /// <param name="within">Working days in which an answer is awaited.</param>
    /// <param name="now">The moment of the look.</param>
    public static Waiting? Of(ComplaintRow row, WorkingDays days, int within, DateTimeOffset now)
    {
        if (row.Asked is not { } asked || row.State != ComplaintState.Held || row.Reasons.All(reason => reason.Code != Code)) return null;
        var due = days.After(Wita.Day(asked), within);
        return new Waiting(due, Wita.Day(now) > due);
    }
}
