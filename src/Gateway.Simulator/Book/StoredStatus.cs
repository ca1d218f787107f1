namespace Gateway.Simulator.Book;

/// <summary>An operator or a test gave a complaint another status, as the people at the centre would.</summary>
/// <param name="Id">Unique among changes of status.</param>
/// <param name="Complaint">The complaint it concerns.</param>
/// <param name="Name">Name of the status from then on, any text.</param>
/// <param name="At">When it was stored, UTC.</param>
public sealed record StoredStatus(long Id, long Complaint, string Name, DateTimeOffset At) : BookEntry(Id, At);
