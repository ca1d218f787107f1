namespace Gateway.Contracts.Watching;

/// <summary>A file of a watched folder as one look saw it.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Changed">When it was last written.</param>
public sealed record WatchedFile(string Path, long Bytes, DateTime Changed);
