namespace Gateway.Core.Forwarding;

/// <summary>What came back from one call, before anybody judges it.</summary>
public sealed record CentralAnswer
{
    public required CentralAnswerKind Kind { get; init; }

    /// <summary>HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Id found in a readable answer of a create or conflict; null when there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The body of a refused create speaks of its files, by <see cref="Destinations.Destination.UnknownFiles"/>.</summary>
    public bool NamesFiles { get; init; }

    /// <summary>File ids of an upload, in the order of the files; empty otherwise.</summary>
    public IReadOnlyList<string> FileIds { get; init; } = [];

    /// <summary>True when the body is JSON of a known form.</summary>
    public bool Readable { get; init; }

    /// <summary>How long the centre asks us to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Short excerpt of the body with digits of four and more, addresses and tokens blotted out; null when there is none.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Text of the complaint in a read; null otherwise. Never logged.</summary>
    public string? Content { get; init; }

    /// <summary>The centre's clock when it answered; null when it did not say.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Where a complaint stands, in a read of it; null otherwise. Never logged.</summary>
    public CentralStanding? Standing { get; init; }

    /// <summary>A page of follow-ups, in a read of them; null otherwise. Never logged.</summary>
    public FollowUpPage? FollowUps { get; init; }

    /// <summary>What the delivery journal has of it that the ledger does not know, for which it was not sent; null normally.</summary>
    public JournaledCreate? Forgotten { get; init; }

    /// <summary>How long the call took.</summary>
    public TimeSpan Duration { get; init; }
}
