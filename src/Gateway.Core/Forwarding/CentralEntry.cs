namespace Gateway.Core.Forwarding;

/// <summary>A follow-up or a line of the log at the centre. Every value as it came; nothing is made up for what is missing.</summary>
public sealed record CentralEntry
{
    /// <summary>Its id; null when it has none.</summary>
    public string? Id { get; init; }

    /// <summary>When, as it is written there: the zone is not.</summary>
    public string? When { get; init; }

    public string? Content { get; init; }

    /// <summary>Words of the template that was used, beside the content; null when there are none.</summary>
    public string? Template { get; init; }

    /// <summary>Name of the institution that did it.</summary>
    public string? From { get; init; }

    /// <summary>Name of the institution it went to.</summary>
    public string? To { get; init; }

    /// <summary>Id of the institution it went to.</summary>
    public string? ToId { get; init; }

    public string? StatusBefore { get; init; }

    public string? StatusAfter { get; init; }

    /// <summary>How many files came with it.</summary>
    public int Files { get; init; }
}
