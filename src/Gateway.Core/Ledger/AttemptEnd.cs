namespace Gateway.Core.Ledger;

/// <summary>Completes an attempt and, in the same transaction, moves its complaint.</summary>
public sealed record AttemptEnd
{
    /// <summary>Id of the attempt.</summary>
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string LeaseToken { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AttemptOutcome Outcome { get; init; }

    public int? Status { get; init; }

    public TimeSpan? Duration { get; init; }

    public string? Excerpt { get; init; }

    /// <summary>True when it counts towards exhaustion of the retry schedule.</summary>
    public bool Counts { get; init; }

    /// <summary>Ids of uploaded files by ordinal of the sent file; empty unless an upload is done.</summary>
    public IReadOnlyDictionary<int, string> Uploads { get; init; } = new Dictionary<int, string>();

    /// <summary>
    /// The move that follows; null when the delivery goes on with its next step. Its version is the ledger's to fill in: a wish may have
    /// raised it, and the lease token is the guard here.
    /// </summary>
    public Move? Move { get; init; }

    /// <summary>Number of an earlier complaint that now shares its central id and is marked suspect; null normally.</summary>
    public string? Suspect { get; init; }
}
