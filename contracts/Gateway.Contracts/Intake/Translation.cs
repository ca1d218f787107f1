namespace Gateway.Contracts.Intake;

/// <summary>
/// What a Message Translator made of one raw item, or of one part of it (a group of chat messages, a register row).
/// </summary>
public sealed record Translation
{
    /// <summary>1-based number of the mail or post, <c>first-last</c> physical lines of a chat, row number of a register.</summary>
    public required string Item { get; init; }

    /// <summary>
    /// What makes this item the same item when it is seen again, in a fixed order, the kind first. The ledger keeps a keyed hash
    /// of it; <c>inspect</c> shows its SHA-256. Same parts, same item, whatever mailbox or file it comes from.
    /// </summary>
    public required IReadOnlyList<string> KeyParts { get; init; }

    /// <summary><see cref="ItemOutcome.Complaint"/>, <see cref="ItemOutcome.FollowUp"/>, <see cref="ItemOutcome.Ignored"/> or <see cref="ItemOutcome.Quarantined"/>; <c>Repeat</c> is only the ledger's to say.</summary>
    public required ItemOutcome Outcome { get; init; }

    /// <summary>For a complaint: doubts, each of which holds it. For anything else: why. Empty only for a complaint without doubts.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>One or more when the outcome is complaint or follow-up, else empty.</summary>
    public IReadOnlyList<Complaint> Complaints { get; init; } = [];

    /// <summary>Null when the source tells nothing about the person.</summary>
    public Reporter? Reporter { get; init; }

    /// <summary>When the agency received this part, if the content tells it better than the source (a chat's last message, a register's date column).</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>
    /// Identities of the chat messages in this part, in order: no message may be missing or stand in two parts. What the ledger knows
    /// of them goes by <see cref="Chat"/>. Empty for channels whose item is whole.
    /// </summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The words of each message in <see cref="Marks"/>, same order and length, so that a group that grew adds only what is new.</summary>
    public IReadOnlyList<string> MarkTexts { get; init; } = [];

    /// <summary>Under what a later item may answer this one: the Message-ID of a mail. Null when nothing can.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Before a token that stood behind the plus of an address of ours, among <see cref="ThreadOf"/>.</summary>
    public const string AddressPrefix = "address:";

    /// <summary>What this item answers, the nearest first: <c>address:TOKEN</c> of an address it was sent to, <c>In-Reply-To</c>, <c>References</c>. Empty when it answers nothing.</summary>
    public IReadOnlyList<string> ThreadOf { get; init; } = [];

    /// <summary>For chats: what tells each message of <see cref="Marks"/> in another export. Null for channels whose item is whole.</summary>
    public ChatSpan? Chat { get; init; }

    /// <summary>How long the same key counts as the same item (a form without an Idempotency-Key). Null: for ever.</summary>
    public TimeSpan? RepeatWithin { get; init; }

    /// <summary>SHA-256 over the translated fields and attachments, from <see cref="ContentDigest"/>. Null when nothing was translated.</summary>
    public string? Content { get; init; }
}
