using Gateway.Contracts.Intake;

namespace Gateway.Core.Ledger;

/// <summary>What the gateway saw of one channel on one day in East Kalimantan, counted from the ledger.</summary>
/// <param name="Channel">Key of the channel.</param>
/// <param name="Day">Day in WITA on which it was seen.</param>
/// <param name="Arrivals">Raw items kept: mails, files, posts.</param>
/// <param name="Unfinished">Of these, how many have not all their outcomes yet.</param>
/// <param name="Outcomes">Items per outcome; an outcome that did not occur is absent.</param>
/// <param name="Complaints">Complaints recorded; one item may have several.</param>
public sealed record DayTally(
    string Channel, DateOnly Day, long Arrivals, long Unfinished, IReadOnlyDictionary<ItemOutcome, long> Outcomes, long Complaints);
