using Gateway.Contracts.Intake;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Masters;

namespace Gateway.Core.Ledger;

/// <summary>
/// The message store, outbox, retry clock and attempt log. Every write is one transaction, durable when the call returns, and carries
/// ids made by the caller: the same write again is recognised and answers as it did. Any call may throw
/// <see cref="LedgerUnavailableException"/>, after which the write may or may not have happened.
/// </summary>
public partial interface ILedger : ISourceBook
{
    // Intake

    Task OpenRoundAsync(RoundRow round, CancellationToken ct);

    /// <summary>Closes a round; closing it again changes nothing.</summary>
    Task CloseRoundAsync(string round, DateTimeOffset at, CancellationToken ct);

    /// <summary>Rounds that are still open and on which no arrival waits, of this node or of none that is known, oldest first.</summary>
    Task<IReadOnlyList<RoundRow>> OpenRoundsAsync(string node, CancellationToken ct);

    Task<RoundRow?> RoundAsync(string id, CancellationToken ct);

    /// <summary>Keeps a raw item with zero tries.</summary>
    Task KeepAsync(ArrivalRow arrival, CancellationToken ct);

    /// <summary>Counts one more try to translate, durably, and makes it the work of this node.</summary>
    /// <returns>The new count; null when a known node works on it, or it is done.</returns>
    Task<int?> CountTryAsync(string arrival, string node, CancellationToken ct);

    /// <summary>Arrivals that are not done, of this node or of none that is known, oldest first.</summary>
    Task<IReadOnlyList<ArrivalRow>> UnfinishedArrivalsAsync(string node, int limit, CancellationToken ct);

    Task<ArrivalRow?> ArrivalAsync(string id, CancellationToken ct);

    /// <summary>The items of an arrival that have an outcome already, by their place in it.</summary>
    Task<IReadOnlyList<ItemRow>> ItemsOfAsync(string arrival, CancellationToken ct);

    /// <summary>The latest occurrence of each source key that is known.</summary>
    Task<IReadOnlyList<KnownItem>> KnownAsync(IReadOnlyList<byte[]> sourceKeys, CancellationToken ct);

    /// <summary>Number of the complaint to which the first known of these threads belongs; null when none is known.</summary>
    Task<string?> ThreadAsync(IReadOnlyList<byte[]> threads, CancellationToken ct);

    /// <summary>The item behind every mark of the channel that begins with one of the prefixes, at most so many under each: all messages of a minute.</summary>
    Task<IReadOnlyList<KnownItem>> MarksUnderAsync(string channel, IReadOnlyList<byte[]> prefixes, int most, CancellationToken ct);

    /// <summary>The reporter that an identifying index belongs to: id and wrapped key; null when none of them is known.</summary>
    Task<ReporterEntry?> FindReporterAsync(IReadOnlyList<ReporterIndex> indexes, CancellationToken ct);

    /// <summary>
    /// Records outcomes, all in one transaction but each under a savepoint of its own: complaints with their first event, attachments,
    /// reporter, marks, owners, amendments. A complaint's doubts become the reasons on its row. A follow-up of what was split, joined or
    /// taken back meanwhile is a conflict. One result per entry, same order.
    /// </summary>
    /// <param name="arrival">A new arrival to keep in the same transaction (a form post), or null.</param>
    /// <param name="entries">Outcomes.</param>
    /// <param name="finish">Arrival whose last outcome this is, marked done if no entry is a conflict; null when more follow.</param>
    /// <param name="ct">Stops the wait.</param>
    Task<IReadOnlyList<RecordResult>> RecordAsync(ArrivalRow? arrival, IReadOnlyList<ItemEntry> entries, string? finish, CancellationToken ct);

    // Quarantine and items

    Task<ItemRow?> ItemAsync(string id, CancellationToken ct);

    /// <summary>Items with an outcome, oldest first; quarantined ones only while unresolved unless <paramref name="resolved"/>.</summary>
    Task<IReadOnlyList<ItemRow>> ItemsAsync(ItemOutcome outcome, string? channel, bool resolved, int limit, CancellationToken ct);

    /// <summary>Marks a quarantined or ignored item resolved, once, and records the entry that mends it (null: discarded) in the same transaction.</summary>
    /// <returns>False when it was resolved already.</returns>
    Task<bool> ResolveItemAsync(string id, string resolution, string actor, string reason, DateTimeOffset at, ItemEntry? mended, CancellationToken ct);

    /// <summary>How many items each channel has per outcome and reason code.</summary>
    Task<IReadOnlyList<(string Channel, ItemOutcome Outcome, long Count)>> SumsAsync(CancellationToken ct);

    // Complaints

    Task<ComplaintRow?> FindAsync(string number, CancellationToken ct);

    /// <summary>The complaint that has a central id at a destination; null when none has.</summary>
    Task<ComplaintRow?> FindByCentralIdAsync(string destination, string centralId, CancellationToken ct);

    Task<IReadOnlyList<ComplaintRow>> ListAsync(ComplaintQuery query, CancellationToken ct);

    /// <summary>Complaints in <see cref="ComplaintState.Recorded"/> whose round is closed or that have none, in ledger order.</summary>
    Task<IReadOnlyList<ComplaintRow>> UnjudgedAsync(int limit, CancellationToken ct);

    /// <summary>Earlier complaints with the same content key that were judged, newest first, at most 20. One that waits will see the others.</summary>
    Task<IReadOnlyList<ComplaintRow>> SameContentAsync(byte[] contentKey, long before, CancellationToken ct);

    /// <summary>Complaints that were judged (<see cref="Judgement"/>), share a value, were seen since and stand; those that share most first.</summary>
    Task<NearRows> NearAsync(IReadOnlyList<long> bands, DateTimeOffset since, int most, CancellationToken ct);

    Task<IReadOnlyList<LedgerEvent>> EventsAsync(string number, CancellationToken ct);

    Task<IReadOnlyList<AttemptRow>> AttemptsAsync(string number, CancellationToken ct);

    Task<IReadOnlyList<AttachmentRow>> AttachmentsAsync(string number, CancellationToken ct);

    /// <summary>The complaint's files as they go to the centre, by ordinal, that of the whole text last; empty when none were made ready.</summary>
    Task<IReadOnlyList<SentFile>> SentFilesAsync(string number, CancellationToken ct);

    /// <summary>Puts these files in the place of those made ready before. They are made from what the ledger has, so the same again changes nothing.</summary>
    Task KeepSentAsync(string number, IReadOnlyList<SentFile> files, CancellationToken ct);

    /// <summary>Agencies that own the complaint, the working desk first.</summary>
    Task<IReadOnlyList<string>> OwnersAsync(string number, CancellationToken ct);

    /// <summary>Sealed reporter with its wrapped key; null when nobody is known.</summary>
    Task<ReporterEntry?> ReporterAsync(string id, CancellationToken ct);

    /// <summary>Applies a move if <see cref="Moves"/> allows it and the row is as the mover saw it. Clears lease, wish, due and publication as needed.</summary>
    /// <exception cref="InvalidOperationException">The table of moves does not allow it.</exception>
    Task<MoveResult> MoveAsync(Move move, CancellationToken ct);

    /// <summary>Puts complaints in the place of others: every move and every heir, or nothing. An heir meets the gates; its items name it too.</summary>
    Task<MoveResult> RegroupAsync(Regrouping regrouping, CancellationToken ct);

    /// <summary>Complaints in whose place this one stands, and those that stand in its place; nearest only, in ledger order.</summary>
    Task<IReadOnlyList<Lineage>> LineageAsync(string number, CancellationToken ct);

    /// <summary>Gives a held complaint new content or reasons by a person's decision; what it said before is kept.</summary>
    /// <param name="amendment">New content, for the version that was seen.</param>
    /// <param name="happened">The event; its sequence is the ledger's to give.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or Stale when it is no longer as it was seen.</returns>
    Task<MoveResult> ReviseAsync(ComplaintAmendment amendment, LedgerEvent happened, CancellationToken ct);

    /// <summary>The channel's complaints that wait for an answer of their reporter, in ledger order.</summary>
    Task<IReadOnlyList<ComplaintRow>> AwaitedAsync(string channel, CancellationToken ct);

    /// <summary>Records a person's wish for a complaint in Forwarding. False when it is not in Forwarding any more.</summary>
    Task<bool> WishAsync(LedgerEvent wished, CancellationToken ct);

    /// <summary>
    /// Complaints in Queued, Retrying or Parked on which a person's wish waits, oldest first. A worker's move out of Forwarding keeps the
    /// wish (unless to Delivered), and a row with a wish is neither claimed nor published until the wish is applied; a person's move clears it.
    /// </summary>
    Task<IReadOnlyList<ComplaintRow>> WishesAsync(CancellationToken ct);

    /// <summary>Appends an event that changes nothing else (someone looked at the identity).</summary>
    Task AppendAsync(LedgerEvent happened, CancellationToken ct);

    // Relay

    /// <summary>
    /// Complaints of the destination that are Queued, or Retrying and due, and not published since. What tells of danger to life comes
    /// first, up to three quarters of the list while others wait. Both are taken in turn from each agency; of the others, an agency
    /// comes the later the more of its wake-ups are under way, so that a long queue of one starves no other.
    /// </summary>
    Task<IReadOnlyList<ComplaintRow>> UnpublishedAsync(string destination, DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>
    /// Number of the complaint of the destination that tells of danger to life, is published and can be claimed, and waits longest; null
    /// when none does.
    /// </summary>
    Task<string?> UrgentAsync(string destination, DateTimeOffset now, CancellationToken ct);

    /// <summary>What waits at a destination, and how fast complaints of it were taken lately.</summary>
    /// <param name="destination">Key of the destination.</param>
    /// <param name="now">What is due later counts as later.</param>
    /// <param name="since">From when deliveries count as lately.</param>
    /// <param name="ct">Stops the wait.</param>
    Task<Backlog> BacklogAsync(string destination, DateTimeOffset now, DateTimeOffset since, CancellationToken ct);

    /// <summary>How many are published and not claimed yet.</summary>
    Task<int> PublishedUnclaimedAsync(string destination, CancellationToken ct);

    /// <summary>Marks wake-ups as published; rows that moved on are left alone.</summary>
    Task MarkPublishedAsync(IReadOnlyList<(string Number, int Version)> published, DateTimeOffset at, CancellationToken ct);

    /// <summary>Forgets publications older than <paramref name="before"/> of rows still waiting: their message may be gone.</summary>
    /// <param name="before">Those dated earlier are forgotten.</param>
    /// <param name="after">Those dated later too: the clock was set back since.</param>
    /// <param name="ct">Stops the wait.</param>
    Task<int> ForgetPublishedAsync(DateTimeOffset before, DateTimeOffset after, CancellationToken ct);

    // Forwarding

    /// <summary>What takes the places of a destination. The next claim counts anew: a place that is free here may be gone then.</summary>
    Task<UnderWay> UnderWayAsync(string destination, CancellationToken ct);

    /// <summary>Claims a row: state Forwarding, lease, claim counted, event written. Null when nothing is claimable.</summary>
    Task<ComplaintRow?> ClaimAsync(ClaimRequest request, CancellationToken ct);

    /// <summary>Renews a lease. False when it is lost.</summary>
    Task<bool> RenewAsync(string number, string leaseToken, CancellationToken ct);

    /// <summary>
    /// The send permit: inserts the attempt only if the lease token matches, no central id is stored, and (for a create) every earlier
    /// create ended not sent or definitely refused, or was settled not delivered. For a task: only if its lease matches, it is not in doubt,
    /// and every earlier attempt of it ended so. False: no row, so no call.
    /// </summary>
    Task<bool> BeginAsync(AttemptRow attempt, CancellationToken ct);

    /// <summary>
    /// Completes an attempt (once) and moves the complaint if the lease still holds. An attempt that does not exist (the commit of its
    /// begin was doubtful and failed) is no obstacle: then only the move is made.
    /// </summary>
    Task<AttemptEndResult> CompleteAsync(AttemptEnd end, CancellationToken ct);

    /// <summary>All rows in Forwarding, for the lease reaper.</summary>
    Task<IReadOnlyList<ComplaintRow>> LeasesAsync(CancellationToken ct);

    /// <summary>
    /// Takes a dead lease away if token and beat are still those seen: to Unknown when a create is open or ambiguous, else to Queued.
    /// </summary>
    /// <returns>The state it got; null when the lease is alive after all.</returns>
    Task<ComplaintState?> ReapAsync(string eventId, string number, string leaseToken, int beat, DateTimeOffset at, string actor, CancellationToken ct);

    /// <summary>
    /// Counts the waits of retrying complaints anew that were put off by a clock that was ahead, as <see cref="Forwarding.RetrySchedule.Recounted"/> has it.
    /// None while a node is known whose last beat has a date of such a clock: then nobody knows which of them is right.
    /// </summary>
    /// <param name="now">From when they count.</param>
    /// <param name="after">What is dated later is of a clock that was ahead.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>How many.</returns>
    Task<int> RecountDueAsync(DateTimeOffset now, DateTimeOffset after, CancellationToken ct);

    /// <summary>The earliest moment at which a waiting complaint becomes due; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken ct);

    /// <summary>Per channel and day what was seen and what became of it, by channel and day; days without anything are absent.</summary>
    /// <param name="from">First day in WITA.</param>
    /// <param name="to">Last day, included.</param>
    /// <param name="ct">Stops the wait.</param>
    Task<IReadOnlyList<DayTally>> TallyAsync(DateOnly from, DateOnly to, CancellationToken ct);

    /// <summary>Every item of a channel that was seen on a day in WITA, in the order it was recorded.</summary>
    Task<IReadOnlyList<SeenItem>> SeenAsync(string channel, DateOnly day, CancellationToken ct);

    /// <summary>Events by position, which is the order in which they were written.</summary>
    Task<IReadOnlyList<Logged<LedgerEvent>>> LoggedEventsAsync(LogQuery query, CancellationToken ct);

    /// <summary>Attempts by position; the time of one is that of its begin.</summary>
    Task<IReadOnlyList<Logged<AttemptRow>>> LoggedAttemptsAsync(LogQuery query, CancellationToken ct);

    // Nodes

    /// <summary>One more beat of a node. The first one makes it known, and so does one after it was struck off.</summary>
    /// <param name="node">Id of the process.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="at">Dates it, and decides nothing.</param>
    /// <param name="ct">Stops the wait.</param>
    Task BeatAsync(string node, string name, DateTimeOffset at, CancellationToken ct);

    /// <summary>Those that are known, by id.</summary>
    Task<IReadOnlyList<NodeRow>> NodesAsync(CancellationToken ct);

    /// <summary>Strikes a node off if its beat still is the one seen: its duties and arrivals are free then. False when it beats after all, or is gone.</summary>
    Task<bool> RetireAsync(string node, long beat, CancellationToken ct);

    /// <summary>Takes a duty that nobody has, or whose node is not known. Only a known node may take one; who has it keeps it.</summary>
    /// <returns>Its token, one more than any other node had; null when another node has the duty.</returns>
    Task<long?> TakeDutyAsync(string duty, string node, DateTimeOffset at, CancellationToken ct);

    /// <summary>Gives a duty back, so that another node may take it. Nothing happens when this one has it not.</summary>
    Task LeaveDutyAsync(string duty, string node, CancellationToken ct);

    // Destinations and registry

    Task<IReadOnlyList<DestinationRow>> DestinationsAsync(CancellationToken ct);

    Task<DestinationRow?> DestinationAsync(string key, CancellationToken ct);

    /// <summary>Writes the row if its version in the ledger still is <see cref="DestinationRow.Version"/> (0: it is new); the stored version is one more.</summary>
    Task<bool> WriteAsync(DestinationRow row, CancellationToken ct);

    /// <summary>A version of a list of a centre; the latest when none is named. Null when there is none.</summary>
    Task<MasterSet?> MastersAsync(string destination, MasterList list, int? version, CancellationToken ct);

    /// <summary>Keeps a list if its version is one more than the latest (1: the first). Earlier ones stay.</summary>
    /// <returns>False when another one has that version, or one between is missing.</returns>
    Task<bool> KeepMastersAsync(MasterSet set, CancellationToken ct);

    /// <summary>The registry applied last; null before the first.</summary>
    Task<Registry?> RegistryAsync(CancellationToken ct);

    /// <summary>Version of the registry applied last; zero before the first. It tells also of one that this version cannot read.</summary>
    Task<int> RegistryVersionAsync(CancellationToken ct);

    /// <summary>Stores a registry if its <see cref="Registry.Version"/> is one more than the stored one (1: the first).</summary>
    Task<bool> WriteAsync(Registry registry, string actor, DateTimeOffset at, CancellationToken ct);
}
