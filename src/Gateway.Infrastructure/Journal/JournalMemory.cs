using System.Text.Json;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Infrastructure.Journal;

/// <summary>
/// What a ledger remembers of the journal it wrote last. A journal that was away while another one was written has a gap that nobody sees in its
/// lines; by this it is known.
/// </summary>
public sealed class JournalMemory
{
    private const string Nodes = "journal/";

    private readonly ISourceBook book;
    private readonly Func<string> key;
    private readonly NodeMark? node;
    private readonly string? journal;

    /// <summary>Of a ledger that one node has for itself.</summary>
    public JournalMemory(ISourceBook book, string key) => (this.book, this.key) = (book, () => key);

    /// <summary>Of one node of a shared ledger, each of which has a journal of its own.</summary>
    /// <param name="book">Of the ledger.</param>
    /// <param name="node">Which node.</param>
    /// <param name="journal">The file of its journal.</param>
    public JournalMemory(ISourceBook book, NodeMark node, string journal) => (this.book, key, this.node, this.journal) = (book, () => Nodes + node.Id, node, journal);

    /// <summary>How far it went when this was noted last; null before the first.</summary>
    public async Task<JournalPosition?> LastAsync(CancellationToken ct)
    {
        if (node is { IsNew: true }) return await OfJournalAsync(ct) ?? await OfFormerAsync(node, ct);
        return await book.GetAsync("", key(), ct) is { } stored ? Read(stored) : await OfJournalAsync(ct);
    }

    /// <summary>Notes how far it goes.</summary>
    public Task NoteAsync(JournalPosition position, CancellationToken ct) =>
        book.PutAsync("", new Dictionary<string, string> { [key()] = JsonSerializer.Serialize(position, ContractJson.Options) }, ct);

    // A node whose data folder is new, while its journal lies on a disk of its own, is who wrote that journal: else an older copy of it would pass, and
    // each start would leave a memory behind.
    private async Task<JournalPosition?> OfJournalAsync(CancellationToken ct)
    {
        if (node is null || JournalFile.IdOf(journal!) is not { } id) return null;
        var own = (await book.FindAsync("", Nodes, ct)).Select(pair => (pair.Key, At: Read(pair.Value))).Where(memory => memory.At.Id == id).OrderBy(memory => memory.At.N).LastOrDefault();
        if (own.Key is null) return null;
        node.Become(own.Key[Nodes.Length..]);
        return own.At;
    }

    // A node that an upgrade finds without an id and without the disk of its journal would else have no journal to miss.
    private async Task<JournalPosition?> OfFormerAsync(NodeMark without, CancellationToken ct)
    {
        if (await book.GetAsync("", Nodes + without.Former, ct) is not { } stored) return null;
        without.Become(without.Former);
        return Read(stored);
    }

    private static JournalPosition Read(string stored) => JsonSerializer.Deserialize<JournalPosition>(stored, ContractJson.Options)!;
}
