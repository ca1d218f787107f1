using Gateway.Contracts.Intake;

namespace Gateway.Tests.Support;

/// <summary>A source book that forgets with the test.</summary>
internal sealed class BookInMemory : ISourceBook
{
    private readonly SortedDictionary<string, string> entries = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Entries => entries;

    public void Write(string key, string value) => entries[key] = value;

    public Task<string?> GetAsync(string channel, string key, CancellationToken ct) => Task.FromResult(entries.GetValueOrDefault(key));

    public Task<IReadOnlyDictionary<string, string>> FindAsync(string channel, string prefix, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(entries.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary());

    public Task PutAsync(string channel, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        foreach (var (key, value) in values) entries[key] = value;
        return Task.CompletedTask;
    }
}
