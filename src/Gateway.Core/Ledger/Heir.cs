namespace Gateway.Core.Ledger;

/// <summary>A complaint that takes the place of one (a part of a split) or of several (a join). It belongs to their items, desk and reporter.</summary>
/// <param name="How"><c>split</c> or <c>joined</c>.</param>
/// <param name="Parents">Whose place it takes, the first recorded first; its item, channel, desk and reporter are those of the first.</param>
/// <param name="Complaint">Its content.</param>
/// <param name="Actor">Person who decided.</param>
/// <param name="At">When.</param>
public sealed record Heir(string How, IReadOnlyList<ComplaintRow> Parents, ComplaintEntry Complaint, string Actor, DateTimeOffset At);
