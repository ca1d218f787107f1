namespace Gateway.Contracts.Intake;

/// <summary>The one door into the gateway. A receipt means it has the item and the source may be told so; an exception means it does not. (Guaranteed Delivery)</summary>
public interface IIntake
{
    /// <summary>
    /// Opens a round: one file, one upload, one <c>import</c>, one look at a mailbox. Complaints of a round wait for its end, so that
    /// more than the batch limit are held as one batch. Form posts need no round.
    /// </summary>
    /// <param name="channel">Key of the channel.</param>
    /// <param name="origin">What the round is, for a person: <c>mailbox</c>, <c>import</c>, <c>folder</c>. No personal data.</param>
    /// <param name="ct">Stops the wait, not what is already durable.</param>
    Task<string> OpenRoundAsync(string channel, string origin, CancellationToken ct);

    /// <summary>Ends a round; its complaints meet the gates now.</summary>
    Task CloseRoundAsync(string round, CancellationToken ct);

    /// <summary>Keeps the raw item durably, translates it, and records each outcome.</summary>
    /// <param name="channel">Key of the channel.</param>
    /// <param name="round">From <see cref="OpenRoundAsync"/>; null for a single post.</param>
    /// <param name="raw">What the source handed over.</param>
    /// <param name="recorded">Called for each item once its outcome is durable, in the order of the source; a chat may hold hundreds of thousands.</param>
    /// <param name="ct">Stops the wait, not what is already durable.</param>
    /// <returns>Id of the kept raw item. Only then is the source told that it was taken whole.</returns>
    /// <exception cref="IntakeRefusedException">The gateway cannot take anything now (disk reserve, ledger gone); the source keeps it.</exception>
    Task<string> AcceptAsync(string channel, string? round, RawItem raw, Action<ItemReceipt> recorded, CancellationToken ct);

    /// <summary>Records items that stay at the source because they are older than the channel's cut-over; the bytes are not fetched.</summary>
    Task PassOverAsync(string channel, string? round, IReadOnlyList<PassedOver> items, CancellationToken ct);
}
