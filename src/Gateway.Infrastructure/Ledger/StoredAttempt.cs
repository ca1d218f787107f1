using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An attempt as the database gives it.</summary>
internal sealed class StoredAttempt
{
    public const string Select =
        """
        SELECT id AS Id, number AS Number, destination AS Destination, step AS Step, lease_token AS LeaseToken, begun AS Begun, ended AS Ended,
               outcome AS Outcome, status AS Status, duration AS Duration, request_hash AS RequestHash, excerpt AS Excerpt, actor AS Actor,
               node AS Node, settled AS Settled, completion AS Completion
        FROM attempts
        """;

    public string Id { get; set; } = "";
    public string Number { get; set; } = "";
    public string Destination { get; set; } = "";
    public string Step { get; set; } = "";
    public string LeaseToken { get; set; } = "";
    public long Begun { get; set; }
    public long? Ended { get; set; }
    public string? Outcome { get; set; }
    public long? Status { get; set; }
    public long? Duration { get; set; }
    public string RequestHash { get; set; } = "";
    public string? Excerpt { get; set; }
    public string Actor { get; set; } = "";
    public string Node { get; set; } = "";
    public long Settled { get; set; }
    public string? Completion { get; set; }

    public AttemptRow ToRow() => new()
    {
        Id = Id,
        Number = Number,
        Destination = Destination,
        Step = Words.To<AttemptStep>(Step),
        LeaseToken = LeaseToken,
        Begun = Instant.At(Begun),
        Ended = Instant.At(Ended),
        Outcome = Words.ToOptional<AttemptOutcome>(Outcome),
        Status = (int?)Status,
        Duration = Duration is { } microseconds ? TimeSpan.FromMicroseconds(microseconds) : null,
        RequestHash = RequestHash,
        Excerpt = Excerpt,
        Actor = Actor,
        Node = Node,
        Settled = Settled != 0,
    };
}
