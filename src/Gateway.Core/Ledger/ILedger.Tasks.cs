namespace Gateway.Core.Ledger;

// Tasks of delivered complaints, and what was read back of them.
public partial interface ILedger
{
    // Tasks

    /// <summary>
    /// Begins a task. Of a complaint or item only one follow-up is ever begun that was not dropped, and of a complaint only one hand-on is
    /// under way.
    /// </summary>
    Task<TaskStartResult> StartTaskAsync(TaskStart start, CancellationToken ct);

    /// <summary>Tasks of a complaint, in order.</summary>
    Task<IReadOnlyList<TaskRow>> TasksAsync(string number, CancellationToken ct);

    /// <summary>Tasks in these states, oldest first.</summary>
    Task<IReadOnlyList<TaskRow>> TasksInAsync(IReadOnlyList<TaskState> states, int limit, CancellationToken ct);

    /// <summary>The task of the destination that is due longest and whose complaint is delivered; null when none is.</summary>
    Task<TaskRow?> DueTaskAsync(string destination, DateTimeOffset now, CancellationToken ct);

    /// <summary>Claims a task that is due, waiting or in doubt. Null when it cannot be had now.</summary>
    Task<TaskRow?> ClaimTaskAsync(TaskClaim claim, CancellationToken ct);

    /// <summary>Renews the lease of a task. False when it is lost.</summary>
    Task<bool> RenewTaskAsync(string id, string leaseToken, CancellationToken ct);

    /// <summary>
    /// Applies a move of a task if it still is as the mover saw it, and writes what its attempt came to in any case. When it is done, its complaint
    /// is due to be read back.
    /// </summary>
    /// <exception cref="InvalidOperationException">The table of moves does not allow it.</exception>
    Task<MoveResult> MoveTaskAsync(TaskMove move, CancellationToken ct);

    /// <summary>Takes a dead lease of a task away if token and beat are still those seen: in doubt when an attempt is open, else to wait.</summary>
    /// <returns>The state it got; null when the lease is alive after all.</returns>
    Task<TaskState?> ReapTaskAsync(string eventId, string id, string leaseToken, int beat, DateTimeOffset at, string actor, CancellationToken ct);

    /// <summary>Sealed words of an item that follows a complaint, under that complaint's key; null when it has none.</summary>
    Task<byte[]?> FollowUpAsync(string item, CancellationToken ct);

    /// <summary>Links a complaint to another without moving it; the event tells of it. The same event again changes nothing.</summary>
    /// <param name="linked">The event; its sequence says as which version the complaint was seen.</param>
    /// <param name="other">The earlier one as it was seen; null takes a link of a person away, and what the gates found counts again.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>False when the complaint is a duplicate, which names another already, or one of both is no longer as it was seen.</returns>
    Task<bool> LinkAsync(LedgerEvent linked, ComplaintRow? other, CancellationToken ct);

    /// <summary>Complaints that are linked to one of these, but for the discarded ones, in ledger order.</summary>
    Task<IReadOnlyList<LinkedRow>> LinkedAsync(IReadOnlyList<string> numbers, CancellationToken ct);

    /// <summary>
    /// Gives a delivered complaint another number of the centre, since the one it has was wrong; what was read back under that is forgotten.
    /// The same event again changes nothing.
    /// </summary>
    /// <param name="renumbered">The event; its sequence says as which version the complaint was seen.</param>
    /// <param name="was">The number it had then.</param>
    /// <param name="centralId">The right one.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Stale when it is no longer as it was seen, or a task of it is under way or in doubt; IdTaken when another complaint has that number.</returns>
    Task<MoveResult> RenumberAsync(LedgerEvent renumbered, string was, string centralId, CancellationToken ct);

    // Read-back

    /// <summary>
    /// Takes the delivered complaint of the destination that is due longest to be read back, and puts it off until <paramref name="until"/> so
    /// that nobody else takes it. Null when none is due.
    /// </summary>
    Task<ComplaintRow?> TakeReadingAsync(string destination, DateTimeOffset now, DateTimeOffset until, CancellationToken ct);

    /// <summary>What was read back last; null before the first look.</summary>
    Task<Reading?> ReadingAsync(string number, CancellationToken ct);

    /// <summary>Stores a reading if its version in the ledger still is <see cref="Reading.Version"/>; the event when the answer changed, null else.</summary>
    Task<bool> KeepReadingAsync(Reading reading, LedgerEvent? changed, CancellationToken ct);
}
