using System.Collections.Immutable;

namespace Gateway.Core.Duplicates;

/// <summary>A word as somebody typed it.</summary>
/// <param name="Words">What it is compared as; mostly one.</param>
/// <param name="IsCapital">Begins with a capital.</param>
/// <param name="IsAcronym">Has capitals alone, and more than one.</param>
/// <param name="LeadsToName">An abbreviation that stands before a name alone.</param>
internal sealed record WrittenWord(ImmutableArray<KnownWord> Words, bool IsCapital, bool IsAcronym, bool LeadsToName)
{
    /// <summary>Stands where a sentence ends.</summary>
    public static WrittenWord Break { get; } = new([], false, false, false);
}
