namespace Gateway.Infrastructure.Identity;

/// <summary>The master key cannot be had. The message says which, and what to do.</summary>
public sealed class MasterKeyUnavailableException : Exception
{
    public MasterKeyUnavailableException() { }

    public MasterKeyUnavailableException(string message) : base(message) { }

    public MasterKeyUnavailableException(string message, Exception inner) : base(message, inner) { }

    /// <summary>What is wrong, for words in another language; null for one that has none.</summary>
    public string? Code { get; init; }

    /// <summary>What the words name.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
