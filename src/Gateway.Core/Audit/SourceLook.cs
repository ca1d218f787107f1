using System.Text.Json;
using Gateway.Contracts;

namespace Gateway.Core.Audit;

/// <summary>What a source itself said it holds, at the last look of a day.</summary>
/// <param name="Held">Items the source says it holds.</param>
/// <param name="Known">Of these, how many have an outcome here; null when the source cannot tell.</param>
/// <param name="Failed">How many could not be taken and are tried again.</param>
/// <param name="At">When it was looked at.</param>
public sealed record SourceLook(long Held, long? Known, long Failed, DateTimeOffset At)
{
    /// <summary>Items that lie at the source without an outcome or a failure of their own; zero when the source cannot tell.</summary>
    public long Behind => Known is { } known ? Math.Max(0, Held - known - Failed) : 0;

    public string Write() => JsonSerializer.Serialize(this, ContractJson.Options);

    /// <summary>Null when the text is none.</summary>
    public static SourceLook? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SourceLook>(text, ContractJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
