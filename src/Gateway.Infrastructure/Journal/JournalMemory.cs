using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Infrastructure.Journal;

/// <summary>
/// What a ledger remembers of the journal it wrote last. A journal that was away while another one was written has a gap that nobody sees in its
/// lines; by this it is known.
/// </summary>
/// <param name="book">Of the ledger.</param>
/// <param name="key">Each node of a shared ledger has a journal, and a key, of its own.</param>
public sealed class JournalMemory(ISourceBook book, string key)
{
    /// <summary>How far it went when this was noted last; null before the first.</summary>
    public async Task<JournalPosition?> LastAsync(CancellationToken ct) =>
        await book.GetAsync("", key, ct) is { } stored ? JsonSerializer.Deserialize<JournalPosition>(stored, ContractJson.Options) : null;

    /// <summary>Notes how far it goes.</summary>
    public Task NoteAsync(JournalPosition position, CancellationToken ct) =>
        book.PutAsync("", new Dictionary<string, string> { [key] = JsonSerializer.Serialize(position, ContractJson.Options) }, ct);
}
