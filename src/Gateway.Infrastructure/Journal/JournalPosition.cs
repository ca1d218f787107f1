using System.Text.Json.Serialization;

namespace Gateway.Infrastructure.Journal;

/// <summary>How far a journal went at a moment.</summary>
/// <param name="N">Number of its last line.</param>
/// <param name="Check">Check of that line, by which the same journal is known again.</param>
public sealed record JournalPosition(long N, string Check)
{
    /// <summary>Id of the journal; null for one of an older version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>False for the heading of an older version: all journals of a ledger began alike, so that it proves nothing.</summary>
    [JsonIgnore]
    public bool TellsApart => N > 0 || Id is not null;
}
