namespace Gateway.Simulator.Book;

/// <summary>A complaint was handed on to another instansi (the call named reject).</summary>
/// <param name="Id">Unique among hand-ons.</param>
/// <param name="Complaint">The complaint it concerns.</param>
/// <param name="Institution">Id of the receiving instansi.</param>
/// <param name="Description">The reason given, as sent; null when none.</param>
/// <param name="At">When it was stored, UTC.</param>
public sealed record StoredHandOn(long Id, long Complaint, long Institution, string? Description, DateTimeOffset At) : BookEntry(Id, At);
