namespace Gateway.Contracts;

/// <summary>Where a complaint stood at its source.</summary>
/// <param name="File">The file, mailbox position or post as an officer would name it.</param>
/// <param name="Item">1-based number of the mail or post, <c>first-last</c> physical lines of a chat, row number of a register.</param>
public sealed record Provenance(string File, string Item);
