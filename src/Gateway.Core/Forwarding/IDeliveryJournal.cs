namespace Gateway.Core.Forwarding;

/// <summary>
/// A list of all creates outside the ledger's database, so that restoring an old backup sends nothing again: what the backup does not know
/// stands here.
/// </summary>
public interface IDeliveryJournal
{
    /// <summary>Appends a line; it is durable when the call returns.</summary>
    /// <exception cref="JournalUnavailableException">It could not be written.</exception>
    Task AppendAsync(JournalEntry entry);
}
