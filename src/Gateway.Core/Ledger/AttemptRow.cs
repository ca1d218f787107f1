namespace Gateway.Core.Ledger;

/// <summary>One call with an effect at the centre: begun before it, completed after it.</summary>
public sealed record AttemptRow
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string Destination { get; init; }

    public required AttemptStep Step { get; init; }

    /// <summary>Id of the task it belongs to; null for a step of the delivery itself.</summary>
    public string? Task { get; init; }

    /// <summary>Of a hand-on the institution that had the complaint just before; else null.</summary>
    public string? HeldBy { get; init; }

    /// <summary>Token of the lease under which it was begun.</summary>
    public required string LeaseToken { get; init; }

    public required DateTimeOffset Begun { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Null while it is open.</summary>
    public AttemptOutcome? Outcome { get; init; }

    /// <summary>HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>How long the call took.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Keyed hash of the request, hex.</summary>
    public required string RequestHash { get; init; }

    /// <summary>A short redacted excerpt of the answer; null when there was none.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Who or what triggered it.</summary>
    public required string Actor { get; init; }

    /// <summary>Name of the process.</summary>
    public required string Node { get; init; }

    /// <summary>Version of the registry under which it was made; null for one of a gateway that did not say.</summary>
    public int? Settings { get; init; }

    /// <summary>A person settled it as not delivered.</summary>
    public bool Settled { get; init; }

    /// <summary>The centre may have got it, and nobody settled that it did not.</summary>
    public bool MayHaveArrived => !Settled && Outcome is (null or AttemptOutcome.Done or AttemptOutcome.Unknown);
}
