namespace Gateway.Contracts.Intake;

/// <summary>
/// Who wrote the messages of a part, and when, so that exports that overlap are laid over one another: a chat names no message, and
/// the same person may be a number in one export and a name in the next. Lives between translator and ledger only.
/// </summary>
public sealed record ChatSpan
{
    /// <summary>The sender, normalised. Empty for lines WhatsApp wrote itself.</summary>
    public required string Sender { get; init; }

    /// <summary>The sender is shown as a phone number; two different numbers are never one person under another name.</summary>
    public bool SenderIsNumber { get; init; }

    /// <summary>Name of the chat as its file tells it, normalised. Null when the file has none.</summary>
    public string? Title { get; init; }

    /// <summary>The chat is with one citizen.</summary>
    public bool IsOneToOne { get; init; }

    /// <summary>One per mark, same order.</summary>
    public required IReadOnlyList<ChatLine> Lines { get; init; }

    /// <summary>A few telling messages of the same sender from the beginning of the export: known under another name, they say who it is.</summary>
    public IReadOnlyList<ChatLine> Kin { get; init; } = [];
}
