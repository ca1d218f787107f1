namespace Gateway.Contracts.Intake;

/// <summary>What can be told of one chat message in every later export of the chat, whoever exported it and on which phone.</summary>
/// <param name="Minute">Local minute as written. Null for text before the first header.</param>
/// <param name="Body">Digest of minute, kind, words, and which of several equal ones of its sender in that minute it is.</param>
/// <param name="Telling">Digest of a first line that says who wrote it when it is known under another sender; null for a word or two and for media.</param>
/// <param name="IsShort">The first line is short: one alone proves nothing, somebody else may write the same in that minute.</param>
/// <param name="IsEdited">The export says that its words were changed.</param>
/// <param name="IsDeleted">It was taken back; the words are gone.</param>
public sealed record ChatLine(DateTime? Minute, string Body, string? Telling = null, bool IsShort = false, bool IsEdited = false, bool IsDeleted = false);
