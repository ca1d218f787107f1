using System.Text.Json;

namespace Gateway.Tests.Labelled;

/// <summary>Pairs of complaints as the channels translate them, by another writer than the rules: either one matter or two that look alike.</summary>
internal sealed record DuplicatePair(int Id, string Kind, bool Same, TextOfPair First, TextOfPair Second)
{
    /// <summary>The pairs that ship with the tests.</summary>
    public static IReadOnlyList<DuplicatePair> Read() => Read(Path.Combine(AppContext.BaseDirectory, "Labelled", "duplicates-pairs.jsonl"));

    /// <summary>The pairs of a file, one a line, in their order.</summary>
    public static IReadOnlyList<DuplicatePair> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<DuplicatePair>(line, JsonSerializerOptions.Web)!)];
}
