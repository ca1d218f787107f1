namespace Gateway.Core.Payloads;

/// <summary>Where sealed bytes lie: inside the ledger when small, else in a file of the payload store.</summary>
/// <param name="Inline">The sealed bytes, or null.</param>
/// <param name="File">Name in the payload store, or null.</param>
/// <param name="Length">Length of the plain bytes.</param>
public sealed record StoredPayload(byte[]? Inline, string? File, long Length)
{
    /// <summary>Up to this many plain bytes lie inside the ledger: 64 KiB (design of record, measured with group commit).</summary>
    public const int InlineLimit = 64 * 1024;
}
