using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;

namespace Gateway.Infrastructure.Journal;

/// <summary>
/// What a journal says by number. Of what was delivered, which is nearly all of a long journal, it keeps a hash alone and reads the lines again when
/// somebody asks: only an older ledger that was put back has a reason to. Journals that were put aside count too.
/// </summary>
internal sealed class JournalIndex
{
    private readonly string path;
    private readonly JournaledCreates open = new();
    private readonly HashSet<int> delivered = [];

    /// <summary>Reads a journal through.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public JournalIndex(string path)
    {
        this.path = path;
        foreach (var entry in All()) Add(entry);
    }

    /// <summary>One more line stands in it.</summary>
    public void Add(JournalEntry entry)
    {
        open.Add(entry);
        if (entry is not { Outcome: AttemptOutcome.Done, CentralId: not null, Origin: null }) return;
        open.Forget(entry.Number);
        delivered.Add(Hash(entry.Number));
    }

    /// <summary>As <see cref="IDeliveryJournal.CreatesOfAsync"/>.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IReadOnlyList<JournaledCreate> Of(IReadOnlyList<string> numbers) =>
        [.. numbers.SelectMany(number => delivered.Contains(Hash(number)) ? ReadAgain(number) : open.Of(number))];

    private IEnumerable<JournalEntry> All() => JournalFile.Asides(path).Append(path).SelectMany(JournalReader.Entries);

    // Another number with the same hash costs a reading, and changes no answer.
    private static int Hash(string number) => StringComparer.Ordinal.GetHashCode(number);

    private IReadOnlyList<JournaledCreate> ReadAgain(string number)
    {
        var creates = new JournaledCreates();
        foreach (var entry in All().Where(entry => entry.SpeaksOf(number))) creates.Add(entry);
        return creates.Of(number);
    }
}
