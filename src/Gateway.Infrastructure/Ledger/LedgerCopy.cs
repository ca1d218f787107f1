namespace Gateway.Infrastructure.Ledger;

/// <summary>What a copy of a ledger holds.</summary>
/// <param name="Complaints">How many complaints.</param>
/// <param name="Items">How many items.</param>
/// <param name="Events">How many events.</param>
/// <param name="Payloads">Names of the payload files it points to.</param>
public sealed record LedgerCopy(long Complaints, long Items, long Events, IReadOnlyList<string> Payloads);
