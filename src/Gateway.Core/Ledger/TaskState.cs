namespace Gateway.Core.Ledger;

/// <summary>Where a task stands. <see cref="TaskMoves"/> says who may bring it where.</summary>
public enum TaskState
{
    /// <summary>Goes once its complaint is delivered and its time has come.</summary>
    Waiting,

    /// <summary>Somebody works on it under a lease.</summary>
    Running,

    /// <summary>The centre has it.</summary>
    Done,

    /// <summary>Stopped; a person decides.</summary>
    Parked,

    /// <summary>Nobody knows whether the centre has it. With a due time the gateway looks there; without one a person does.</summary>
    Unknown,

    /// <summary>A person took it back before it went.</summary>
    Dropped,
}
