namespace Gateway.Core.Destinations;

/// <summary>Mapping from our words to the centre's numbers. A null table leaves the field out of the submit.</summary>
public sealed record CodeTables
{
    public IReadOnlyDictionary<string, string>? Classification { get; init; }

    public IReadOnlyDictionary<string, string>? Category { get; init; }

    public IReadOnlyDictionary<string, string>? Location { get; init; }

    /// <summary>Agency key or name to institution id.</summary>
    public IReadOnlyDictionary<string, string>? Institution { get; init; }

    /// <summary>Institution that gets what has no known addressee ("no wrong door"). Null leaves disposition out.</summary>
    public string? Disposition { get; init; }
}
