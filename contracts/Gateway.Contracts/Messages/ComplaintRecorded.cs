namespace Gateway.Contracts.Messages;

/// <summary>
/// Published when a complaint is queued for the centre. A wake-up and a wire tap, never authority: whoever acts on it reads content
/// and state from the ledger. Carries no reporter, and personal data in the text is masked.
/// </summary>
public sealed record ComplaintRecorded
{
    /// <summary>Tracking number.</summary>
    public required string Number { get; init; }

    /// <summary>Key of the destination.</summary>
    public required string Destination { get; init; }

    /// <summary>The canonical complaint, masked; attachments by name of their kind and size only.</summary>
    public required Complaint Complaint { get; init; }

    /// <summary>When this message was published.</summary>
    public required DateTimeOffset Published { get; init; }
}
