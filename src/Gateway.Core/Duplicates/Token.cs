namespace Gateway.Core.Duplicates;

/// <summary>A word of a text as it is compared: written one way, without abbreviation; numbers without leading zeros.</summary>
/// <param name="Known">What is known of the word.</param>
/// <param name="IsCapital">Written with a capital where a sentence would not ask for one.</param>
/// <param name="IsAcronym">Written in capitals alone: PDAM.</param>
/// <param name="LeadsToName">An abbreviation that stands before a name alone: "jl", while "jln" may be any road.</param>
/// <param name="BeginsAnew">First of a line or a sentence: no name runs over from before.</param>
internal readonly record struct Token(KnownWord Known, bool IsCapital, bool IsAcronym, bool LeadsToName, bool BeginsAnew)
{
    public string Word => Known.Word;

    public bool IsNumber => Known.IsNumber;
}
