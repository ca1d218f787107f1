using Gateway.Core.Forwarding;

namespace Gateway.Infrastructure.Journal;

/// <summary>The journal, whose ledger remembers how far it went: before the first line, every minute in which something is sent, and at the end.</summary>
public sealed class RememberedJournal(FileDeliveryJournal journal, JournalMemory memory, TimeProvider time) : IDeliveryJournal, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private long? noted;

    /// <summary>How far it goes. One that was moved away is put back first.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written.</exception>
    public JournalPosition Position => journal.Position;

    public async Task AppendAsync(JournalEntry entry)
    {
        // Not beside an end: what came of a call must not depend on the ledger.
        if (entry.Outcome is null && (noted is not { } last || time.GetElapsedTime(last) >= Every)) await NoteAsync(CancellationToken.None);
        await journal.AppendAsync(entry);
    }

    public Task<IReadOnlyList<JournaledCreate>> CreatesOfAsync(IReadOnlyList<string> numbers) => journal.CreatesOfAsync(numbers);

    /// <summary>Has the ledger remember it as it is now.</summary>
    public async Task NoteAsync(CancellationToken ct)
    {
        await memory.NoteAsync(journal.Position, ct);
        noted = time.GetTimestamp();
    }

    public void Dispose() => journal.Dispose();
}
