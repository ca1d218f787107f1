using Gateway.Contracts;

namespace Gateway.Core.Ledger;

/// <summary>Begins a task, and in the same transaction whatever belongs to it: its complaint becomes a duplicate, its item is resolved.</summary>
/// <param name="Id">Id of the task and of the event that tells of it.</param>
/// <param name="Number">Complaint at which it is done.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Origin">As in <see cref="TaskRow.Origin"/>.</param>
/// <param name="Words">As in <see cref="TaskRow.Words"/>.</param>
/// <param name="State">Waiting, parked where a person must do it by hand, or unknown when it is in doubt.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Actor">Who starts it.</param>
/// <param name="At">When.</param>
public sealed record TaskStart(
    string Id, string Number, TaskKind Kind, string Origin, byte[]? Words, TaskState State, IReadOnlyList<Reason> Reasons, string Actor, DateTimeOffset At)
{
    /// <summary>The move of the complaint whose words it posts; null when there is none.</summary>
    public Move? Move { get; init; }

    /// <summary>Since when it may be at the centre already, so that somebody looks there before anything goes; null normally.</summary>
    public DateTimeOffset? DoubtSince { get; init; }

    /// <summary>Item whose words it posts, which has found its way then; null when there is none.</summary>
    public string? Item { get; init; }
}
