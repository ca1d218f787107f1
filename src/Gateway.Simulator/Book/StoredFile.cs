namespace Gateway.Simulator.Book;

/// <summary>An uploaded file. One that no complaint or follow-up names is an orphan.</summary>
/// <param name="Id">The id the upload answered.</param>
/// <param name="Name">File name as sent, for display only; never used as a path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="At">When it was stored, UTC.</param>
public sealed record StoredFile(long Id, string Name, long Bytes, DateTimeOffset At) : BookEntry(Id, At);
