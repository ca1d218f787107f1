using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Core.Ledger;

/// <summary>The outcome of one item, to be recorded in one transaction with everything that follows from it.</summary>
public sealed record ItemEntry
{
    public required string Id { get; init; }

    /// <summary>Arrival it belongs to; null for an item that stayed at its source (before the cut-over).</summary>
    public string? Arrival { get; init; }

    public required string Channel { get; init; }

    /// <summary>Agency of the channel.</summary>
    public required string Agency { get; init; }

    /// <summary>Where in the arrival: line span, row, <c>1</c>; unique within the arrival.</summary>
    public required string Item { get; init; }

    /// <summary>Keyed source key; finds earlier ones of the same item.</summary>
    public required byte[] SourceKey { get; init; }

    /// <summary>Which of equal keys this is, from 0 (a form sent again after the window is another item). Null for a repeat. (SourceKey, Occurrence) is unique.</summary>
    public int? Occurrence { get; init; }

    /// <summary>Keyed content key; null when nothing was translated.</summary>
    public byte[]? ContentKey { get; init; }

    public required ItemOutcome Outcome { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>When the agency received it.</summary>
    public DateTimeOffset? Received { get; init; }

    public required DateTimeOffset Seen { get; init; }

    /// <summary>Keyed marks of chat messages that are new; each is unique per channel.</summary>
    public IReadOnlyList<byte[]> Marks { get; init; } = [];

    /// <summary>Keyed id under which it can be answered, remembered for the complaint it becomes or follows; null when it cannot.</summary>
    public byte[]? Thread { get; init; }

    /// <summary>Complaints it becomes (outcome complaint).</summary>
    public IReadOnlyList<ComplaintEntry> Complaints { get; init; } = [];

    /// <summary>Complaint it repeats or follows.</summary>
    public string? Follows { get; init; }

    /// <summary>Sealed text of a follow-up under the key of <see cref="Follows"/>; null otherwise.</summary>
    public byte[]? FollowUp { get; init; }

    /// <summary>A held complaint whose content is replaced because its chat group grew; null otherwise.</summary>
    public ComplaintAmendment? Amends { get; init; }

    /// <summary>Person behind the item; null when none is known.</summary>
    public ReporterEntry? Reporter { get; init; }
}
