namespace Gateway.Core.Ledger;

/// <summary>Complaints found by the index of near duplicates.</summary>
/// <param name="UpTo">The last judgement of all that was looked at; later ones are unknown to the looker.</param>
/// <param name="Rows">Those with most values in common first.</param>
public sealed record NearRows(long UpTo, IReadOnlyList<ComplaintRow> Rows);
