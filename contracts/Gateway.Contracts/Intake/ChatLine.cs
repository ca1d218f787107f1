namespace Gateway.Contracts.Intake;

/// <summary>What can be told of one chat message in every later export of the chat, whoever exported it and on which phone.</summary>
/// <param name="Minute">Local minute as written. Null for text before the first header.</param>
/// <param name="Body">Digest of minute, kind, words, and which of several equal ones of its sender in that minute it is.</param>
/// <param name="Telling">Digest of words that are long enough to be nobody else's in that minute; null for short words and for media.</param>
/// <param name="IsEdited">The export says that its words were changed.</param>
/// <param name="IsDeleted">It was taken back; the words are gone.</param>
public sealed record ChatLine(DateTime? Minute, string Body, string? Telling = null, bool IsEdited = false, bool IsDeleted = false);
