using Gateway.Core.Forwarding;

namespace Gateway.Core.Operations;

/// <summary>What lines of the delivery journal, read in order, say of the creates of each complaint.</summary>
public sealed class CreatesSince
{
    private readonly JournaledCreates creates = new();

    /// <summary>By tracking number.</summary>
    public IReadOnlyDictionary<string, CreateSince> ByNumber =>
        creates.Numbers.ToDictionary(number => number, number => CreateSince.Of(number, creates.Of(number)), StringComparer.Ordinal);

    /// <summary>Reads the next line.</summary>
    public void Add(JournalEntry entry) => creates.Add(entry);
}
