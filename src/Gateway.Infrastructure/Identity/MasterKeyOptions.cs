namespace Gateway.Infrastructure.Identity;

/// <summary>Where the master key comes from.</summary>
public sealed record MasterKeyOptions
{
    /// <summary><c>env:NAME</c> or <c>file:PATH</c>, each holding 32 bytes as base64. Null: the embedded default, a file in the data folder.</summary>
    public string? Reference { get; init; }

    /// <summary>The embedded default: made at the first start, mode 600.</summary>
    public required string DefaultPath { get; init; }

    /// <summary>The ledger that the key belongs to. When it exists and the default key does not, none is made: a new key opens nothing of it.</summary>
    public string? LedgerPath { get; init; }
}
