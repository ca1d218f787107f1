namespace Gateway.Contracts;

/// <summary>Bytes that can be read more than once, wherever they lie: memory, a file, or the encrypted payload store.</summary>
public interface IRawContent
{
    /// <summary>Length in bytes.</summary>
    long Length { get; }

    /// <summary>A new readable stream from the first byte; the caller disposes it. A zip is read from its end, so one that can seek spares a copy.</summary>
    /// <exception cref="IOException">The bytes cannot be read.</exception>
    Stream Open();
}
