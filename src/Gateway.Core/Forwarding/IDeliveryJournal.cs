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

    /// <summary>What may be at the centre of these complaints, or of what stood in their place, by all lines there are.</summary>
    /// <param name="numbers">Tracking numbers.</param>
    /// <exception cref="JournalUnavailableException">It could not be read.</exception>
    Task<IReadOnlyList<JournaledCreate>> CreatesOfAsync(IReadOnlyList<string> numbers);
}
