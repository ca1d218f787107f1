namespace Gateway.Adapters.WebForm.Reading;

/// <summary>Breaks off the reading of a post; never leaves the translator, which turns it into <c>Quarantined(form-unreadable)</c>.</summary>
/// <param name="part">Which part could not be read, for the reason's detail: <c>json</c>, <c>charset</c>. Never words of the post.</param>
#pragma warning disable CA1032, CA1064 // One use, one shape; it stays in this room.
internal sealed class PostUnreadableException(string part) : Exception(part);
#pragma warning restore CA1032, CA1064
