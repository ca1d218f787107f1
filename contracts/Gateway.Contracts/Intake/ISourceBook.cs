namespace Gateway.Contracts.Intake;

/// <summary>What the gateway remembers of a channel's source: UIDs, file hashes, positions. Durable when the call returns.</summary>
public interface ISourceBook
{
    /// <summary>The value under a key, or null when there is none.</summary>
    Task<string?> GetAsync(string channel, string key, CancellationToken ct);

    /// <summary>All keys that start with <paramref name="prefix"/>, with their values.</summary>
    Task<IReadOnlyDictionary<string, string>> FindAsync(string channel, string prefix, CancellationToken ct);

    /// <summary>Writes or replaces values. Keys must hold no personal data in clear.</summary>
    Task PutAsync(string channel, IReadOnlyDictionary<string, string> values, CancellationToken ct);
}
