namespace Gateway.Contracts.Intake;

/// <summary>An item left at its source because the agency received it before the channel's cut-over.</summary>
/// <param name="KeyParts">Source key, the kind first: for mail <c>uid</c>, mailbox, UIDVALIDITY, UID.</param>
/// <param name="Item">The UID or name by which it can be recovered.</param>
/// <param name="Received">When the agency received it. Null when the source does not say.</param>
/// <param name="Bytes">Size at the source.</param>
/// <param name="RecoverKey">Key of the <see cref="ISourceBook"/> by which the source is asked for it (value <c>wanted</c>); null when it cannot be asked.</param>
public sealed record PassedOver(IReadOnlyList<string> KeyParts, string Item, DateTimeOffset? Received, long Bytes, string? RecoverKey = null);
