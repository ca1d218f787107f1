using System.Text.Json;

namespace Gateway.Simulator.Book;

/// <summary>Everything the simulated centre has taken. Gives the ids, and stores before anyone is told so.</summary>
internal sealed class ComplaintBook(BookFile? disk, TimeProvider time, ChangeSignal changed) : IDisposable
{
    // Seven digits as the public ids have today, far from any number in use.
    private const long FirstComplaint = 7_000_001;
    private const long FirstOther = 1_001;

    private readonly Lock gate = new();
    private readonly List<StoredComplaint> complaints = [];
    private readonly List<StoredHandOn> handOns = [];
    private readonly List<StoredFollowUp> followUps = [];
    private readonly List<StoredStatus> statuses = [];
    private readonly Dictionary<long, StoredFile> files = [];
    private readonly Dictionary<long, byte[]> bytesInMemory = [];
    private readonly HashSet<long> forgotten = [];

    public IReadOnlyList<StoredComplaint> Complaints => Locked(() => complaints.ToArray());

    public int Count => Locked(() => complaints.Count);

    /// <summary>Complaints beyond the first that carry the same tracking number. One without a number is never counted.</summary>
    public int Doubled => Locked(() => complaints.Where(complaint => complaint.Number is not null)
        .GroupBy(complaint => complaint.Number).Sum(same => same.Count() - 1));

    /// <summary>Follow-ups beyond the first that say the same of the same complaint.</summary>
    public int DoubledFollowUps => Locked(() => followUps
        .GroupBy(followUp => (followUp.Complaint, followUp.Fields.GetValueOrDefault("content"))).Sum(same => same.Count() - 1));

    /// <summary>Hand-ons to the institution that had the complaint from the hand-on before.</summary>
    public int DoubledHandOns => Locked(() => handOns
        .GroupBy(handOn => handOn.Complaint).Sum(same => same.Zip(same.Skip(1)).Count(pair => pair.First.Institution == pair.Second.Institution)));

    /// <summary>Files that were uploaded and that neither a complaint nor a follow-up names.</summary>
    public int Orphans => Locked(() => files.Keys.Except(Named().Select(file => file.Id)).Count());

    public static ComplaintBook Open(string? path, TimeProvider time, ChangeSignal changed)
    {
        var disk = path is null ? null : BookFile.Open(path);
        var book = new ComplaintBook(disk, time, changed);
        foreach (var entry in disk?.Entries ?? [])
            book.Remember(entry);
        return book;
    }

    public StoredComplaint? Find(long id) => Locked(() => complaints.Find(complaint => complaint.Id == id));

    public StoredFile? FindFile(long id) => Locked(() => forgotten.Contains(id) ? null : files.GetValueOrDefault(id));

    /// <summary>No call finds any more what was uploaded and nothing names; it stays an orphan.</summary>
    public void ForgetFiles() => Locked(() =>
    {
        forgotten.UnionWith(files.Keys.Except(Named().Select(file => file.Id)));
        return forgotten.Count;
    });

    public IReadOnlyList<StoredHandOn> HandOnsOf(long complaint) =>
        Locked(() => handOns.FindAll(entry => entry.Complaint == complaint));

    public IReadOnlyList<StoredFollowUp> FollowUpsOf(long complaint) =>
        Locked(() => followUps.FindAll(entry => entry.Complaint == complaint));

    public IReadOnlyList<StoredStatus> StatusesOf(long complaint) =>
        Locked(() => statuses.FindAll(entry => entry.Complaint == complaint));

    /// <summary>A stored file's bytes; null when there is no such file.</summary>
    public byte[]? ReadBytes(long id) =>
        Locked(() => !files.ContainsKey(id) ? null : disk is null ? bytesInMemory[id] : disk.ReadBytes(id));

    public StoredComplaint AddComplaint(JsonElement fields, string content, IReadOnlyList<StoredFile> attachments) => Locked(() =>
        Store(new StoredComplaint(FirstComplaint + complaints.Count, Marker.Find(content), fields, attachments, time.GetUtcNow())));

    public IReadOnlyList<StoredFile> AddFiles(IReadOnlyList<IncomingFile> incoming) => Locked(() => incoming.Select(StoreFile).ToArray());

    public StoredHandOn AddHandOn(long complaint, long institution, string? description) => Locked(() =>
        Store(new StoredHandOn(FirstOther + handOns.Count, complaint, institution, description, time.GetUtcNow())));

    public StoredStatus AddStatus(long complaint, string name) => Locked(() =>
        Store(new StoredStatus(FirstOther + statuses.Count, complaint, name, time.GetUtcNow())));

    public StoredFollowUp AddFollowUp(
        long complaint, IReadOnlyDictionary<string, string> fields, IReadOnlyList<IncomingFile> incoming) => Locked(() =>
    {
        var files = incoming.Select(StoreFile).ToArray();
        return Store(new StoredFollowUp(FirstOther + followUps.Count, complaint, fields, files, time.GetUtcNow()));
    });

    public void Dispose() => disk?.Dispose();

    private IEnumerable<StoredFile> Named() =>
        complaints.SelectMany(complaint => complaint.Attachments).Concat(followUps.SelectMany(followUp => followUp.Attachments));

    private StoredFile StoreFile(IncomingFile incoming)
    {
        var id = FirstOther + files.Count;
        if (disk is null)
            bytesInMemory[id] = incoming.Bytes;
        else
            disk.KeepBytes(id, incoming.Bytes);
        return Store(new StoredFile(id, incoming.Name, incoming.Bytes.Length, time.GetUtcNow()));
    }

    private T Store<T>(T entry)
        where T : BookEntry
    {
        disk?.Append(entry);
        Remember(entry);
        changed.Raise();
        return entry;
    }

    private void Remember(BookEntry entry)
    {
        switch (entry)
        {
            case StoredFile file: files[file.Id] = file; break;
            case StoredComplaint complaint: complaints.Add(complaint); break;
            case StoredHandOn handOn: handOns.Add(handOn); break;
            case StoredFollowUp followUp: followUps.Add(followUp); break;
            case StoredStatus status: statuses.Add(status); break;
        }
    }

    private T Locked<T>(Func<T> work)
    {
        lock (gate)
            return work();
    }
}
