using Gateway.Contracts;

namespace Gateway.Core.Ledger;

/// <summary>
/// One wished change of a task. A worker shows its lease, everybody else the version seen. What its attempt came to is written in the same
/// transaction, also when the lease is gone: an answer that did come is the truth.
/// </summary>
public sealed record TaskMove
{
    /// <summary>Made by the mover: a retry after a lost answer recognises its own. Id of the event, too.</summary>
    public required string Id { get; init; }

    public required string Task { get; init; }

    public required TaskState From { get; init; }

    public required TaskState To { get; init; }

    /// <summary>Version of the row the mover saw; a worker's lease counts instead.</summary>
    public required int Version { get; init; }

    /// <summary>The worker's lease; null for everybody else.</summary>
    public string? LeaseToken { get; init; }

    public required ActorKind By { get; init; }

    public required string Actor { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it goes on by itself; null when it does not.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>How its attempt ended; null when it had none.</summary>
    public AttemptEnd? Attempt { get; init; }

    /// <summary>The centre was looked at once more.</summary>
    public bool IsLook { get; init; }

    /// <summary>The doubt is over: the centre does not have it.</summary>
    public bool SettlesAbsent { get; init; }

    /// <summary>Attempts and looks start from nothing.</summary>
    public bool ResetsAttempts { get; init; }

    /// <summary>Nothing that anybody need read: a look or a try that changed nothing. Attempts are logged all the same.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Of a task as the mover saw it.</summary>
    public static TaskMove Of(TaskRow seen, TaskState to, string id, ActorKind by, string actor, IReadOnlyList<Reason> reasons, DateTimeOffset at) => new()
    {
        Id = id,
        Task = seen.Id,
        From = seen.State,
        To = to,
        Version = seen.Version,
        LeaseToken = seen.LeaseToken,
        By = by,
        Actor = actor,
        Reasons = reasons,
        At = at,
    };
}
