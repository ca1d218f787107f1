using System.Text.Json;

namespace Gateway.Tests.Labelled;

/// <summary>Pairs of complaints as the channels translate them, by another writer than the rules: either one matter or two that look alike.</summary>
internal sealed record DuplicatePair(int Id, string Kind, bool Same, TextOfPair First, TextOfPair Second)
{
    /// <summary>All pairs, in the order of their ids.</summary>
    public static IReadOnlyList<DuplicatePair> Read() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Labelled", "duplicates-pairs.jsonl")).Select(line => JsonSerializer.Deserialize<DuplicatePair>(line, JsonSerializerOptions.Web)!)];
}
