using System.Text.Json;
using Gateway.Contracts;

namespace Gateway.Core.Masters;

/// <summary>How the last look at a list went. Kept in the source book; the versions are in a table of their own.</summary>
/// <param name="Tried">When it was last tried.</param>
/// <param name="Good">When it was last read whole and was as known, or taken; null when never.</param>
/// <param name="Fault">What was wrong at the last try; null when nothing was.</param>
/// <param name="Held">What was read and waits for a person, because too much of it was gone; null when nothing does.</param>
public sealed record MasterLook(DateTimeOffset Tried, DateTimeOffset? Good, Reason? Fault, IReadOnlyList<MasterEntry>? Held)
{
    /// <summary>How long a good look is good for.</summary>
    public static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    private static readonly TimeSpan AfterFault = TimeSpan.FromHours(1);

    /// <summary>Whether it is time for the next look. A look of the future is one of a clock that was set back since.</summary>
    public bool IsDue(DateTimeOffset now) => now >= Tried + (Fault is null ? Daily : AfterFault) || now < Tried;

    public string Write() => JsonSerializer.Serialize(this, ContractJson.Options);

    /// <summary>Null when the text is none.</summary>
    public static MasterLook? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<MasterLook>(text, ContractJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Its key in the source book.</summary>
    public static string Key(string destination, MasterList list) => $"masters/{destination}/{list}";
}
