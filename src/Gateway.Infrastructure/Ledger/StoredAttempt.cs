using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>An attempt as the database gives it.</summary>
internal class StoredAttempt
{
    public const string Columns =
        """
        a.id AS Id, a.number AS Number, a.destination AS Destination, a.step AS Step, a.lease_token AS LeaseToken, a.begun AS Begun, a.ended AS Ended,
        a.outcome AS Outcome, a.status AS Status, a.duration AS Duration, a.request_hash AS RequestHash, a.excerpt AS Excerpt, a.actor AS Actor,
        a.node AS Node, a.settings AS Settings, a.settled AS Settled, a.completion AS Completion, a.task AS Task
        """;

    public const string Select = $"SELECT {Columns} FROM attempts a";

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
    public long? Settings { get; set; }
    public long Settled { get; set; }
    public string? Completion { get; set; }
    public string? Task { get; set; }

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
        Settings = (int?)Settings,
        Settled = Settled != 0,
        Task = Task,
    };
}
