using Gateway.Adapters.WebForm;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WebForm;

/// <summary>An intake that keeps everything in memory: enough of one to stand behind the HTTP door.</summary>
internal sealed class MemoryIntake(Func<string, Channel?> find) : IIntake
{
    private readonly Dictionary<string, (string Number, string? Content)> _known = [];

    public List<RawItem> Kept { get; } = [];

    public bool IsClosed { get; set; }

    public Task<string> AcceptAsync(string channelKey, string? round, RawItem raw, Action<ItemReceipt> recorded, CancellationToken ct)
    {
        if (IsClosed) throw new IntakeRefusedException("disk reserve");
        lock (_known)
        {
            Kept.Add(raw);
            var translation = new WebFormAdapter().Translator.Translate(raw, find(channelKey)!).Single();
            recorded(Record(translation));
            return Task.FromResult("a-1");
        }
    }

    public Task<string> OpenRoundAsync(string channelKey, string origin, CancellationToken ct) => Task.FromResult("r-1");

    public Task CloseRoundAsync(string round, CancellationToken ct) => Task.CompletedTask;

    public Task PassOverAsync(string channelKey, string? round, IReadOnlyList<PassedOver> items, CancellationToken ct) => Task.CompletedTask;

    private ItemReceipt Record(Translation translation)
    {
        if (translation.Outcome != ItemOutcome.Complaint) return new("i-1", "1", translation.Outcome, translation.Reasons, []);
        var key = ContentDigest.OfParts(translation.KeyParts);
        if (!_known.TryGetValue(key, out var known))
        {
            _known[key] = known = ($"G000-0000-000{_known.Count}-00", translation.Content);
            return new("i-1", "1", ItemOutcome.Complaint, [], [known.Number]);
        }

        return known.Content == translation.Content
            ? new("i-1", "1", ItemOutcome.Repeat, [], [known.Number])
            : new("i-1", "1", ItemOutcome.Quarantined, [new Reason("idempotency-key-reused")], []);
    }
}
