namespace Gateway.Core.Destinations;

/// <summary>What files a destination takes. Sources contradict each other (2 MB in all; 5 MB each), so these are settings.</summary>
public sealed record AttachmentLimits
{
    /// <summary>Most bytes of all files of a complaint together.</summary>
    public long Total { get; init; } = 2_000_000;

    /// <summary>Most bytes of one file.</summary>
    public long Each { get; init; } = 5_000_000;

    /// <summary>Most files of a complaint; null for any number.</summary>
    public int? Count { get; init; }

    /// <summary>Names of the kinds it takes (<see cref="Contracts.Files.FileKinds.Names"/>).</summary>
    public IReadOnlyList<string> Types { get; init; } = ["jpg", "png", "pdf", "doc", "docx"];

    /// <summary>Whether files of these lengths are within the limits.</summary>
    public bool Admit(IReadOnlyCollection<long> lengths) =>
        lengths.Sum() <= Total && lengths.All(length => length <= Each) && (Count is null || lengths.Count <= Count);
}
