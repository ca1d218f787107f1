namespace Gateway.Simulator.Book;

/// <summary>A follow-up (tindak lanjut) posted to a complaint.</summary>
/// <param name="Id">Unique among follow-ups.</param>
/// <param name="Complaint">The complaint it concerns.</param>
/// <param name="Fields">The form fields as sent.</param>
/// <param name="Attachments">Files posted with it.</param>
/// <param name="At">When it was stored, UTC.</param>
public sealed record StoredFollowUp(
    long Id, long Complaint, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<StoredFile> Attachments, DateTimeOffset At)
    : BookEntry(Id, At);
