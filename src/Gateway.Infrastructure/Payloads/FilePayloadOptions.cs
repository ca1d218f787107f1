namespace Gateway.Infrastructure.Payloads;

/// <summary>Where the payload store keeps its files and how much of the disk it leaves alone.</summary>
public sealed record FilePayloadOptions
{
    /// <summary>Folder of the files; made with mode 700 when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>Free bytes below which nothing is kept any more: 256 MiB, for completing what is under way.</summary>
    public long Reserve { get; init; } = 256L * 1024 * 1024;

    /// <summary>Plain bytes in one sealed chunk: 1 MiB. What was kept with another value stays readable.</summary>
    public int ChunkLength { get; init; } = 1024 * 1024;
}
