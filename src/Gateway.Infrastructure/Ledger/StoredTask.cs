using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Ledger;

/// <summary>A task as the database gives it.</summary>
internal sealed class StoredTask
{
    public const string Select =
        """
        SELECT t.id AS Id, t.number AS Number, t.ordinal AS Ordinal, t.kind AS Kind, t.state AS State, t.version AS Version, t.reasons AS Reasons,
               t.destination AS Destination, t.origin AS Origin, t.words AS Words, t.started AS Started, t.started_by AS StartedBy, t.attempts AS Attempts,
               t.claims AS Claims, t.looks AS Looks, t.due AS Due, t.lease_token AS LeaseToken, t.lease_beat AS LeaseBeat, t.doubt_since AS DoubtSince,
               t.held_by AS HeldBy, t.last_move AS LastMove, c.central_id AS CentralId
        FROM tasks t JOIN complaints c ON c.number = t.number
        """;

    public string Id { get; set; } = "";
    public string Number { get; set; } = "";
    public long Ordinal { get; set; }
    public string Kind { get; set; } = "";
    public string State { get; set; } = "";
    public long Version { get; set; }
    public string Reasons { get; set; } = "[]";
    public string Destination { get; set; } = "";
    public string Origin { get; set; } = "";
    public byte[]? Words { get; set; }
    public long Started { get; set; }
    public string StartedBy { get; set; } = "";
    public long Attempts { get; set; }
    public long Claims { get; set; }
    public long Looks { get; set; }
    public long? Due { get; set; }
    public string? LeaseToken { get; set; }
    public long LeaseBeat { get; set; }
    public long? DoubtSince { get; set; }
    public string? HeldBy { get; set; }
    public string? LastMove { get; set; }
    public string? CentralId { get; set; }

    public static StoredTask? Find(LedgerSession session, string id) =>
        session.QuerySingleOrDefault<StoredTask>($"{Select} WHERE t.id = @id", new { id });

    public TaskRow ToRow() => new()
    {
        Id = Id,
        Number = Number,
        Ordinal = (int)Ordinal,
        Kind = Ledger.Words.To<TaskKind>(Kind),
        State = Ledger.Words.To<TaskState>(State),
        Version = (int)Version,
        Reasons = Ledger.Words.ToReasons(Reasons),
        Destination = Destination,
        Origin = Origin,
        Words = Words,
        Started = Instant.At(Started),
        StartedBy = StartedBy,
        Attempts = (int)Attempts,
        Claims = (int)Claims,
        Looks = (int)Looks,
        Due = Instant.At(Due),
        LeaseToken = LeaseToken,
        LeaseBeat = (int)LeaseBeat,
        DoubtSince = Instant.At(DoubtSince),
        HeldBy = HeldBy,
        CentralId = CentralId,
    };
}
