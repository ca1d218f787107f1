using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>A source book in memory.</summary>
internal sealed class RecordingBook : ISourceBook
{
    public Dictionary<string, string> Values { get; } = [];

    public Task<string?> GetAsync(string channel, string key, CancellationToken ct) => Task.FromResult(Values.GetValueOrDefault(key));

    public Task<IReadOnlyDictionary<string, string>> FindAsync(string channel, string prefix, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(Values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary());

    public Task PutAsync(string channel, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        foreach (var (key, value) in values) Values[key] = value;
        return Task.CompletedTask;
    }
}
