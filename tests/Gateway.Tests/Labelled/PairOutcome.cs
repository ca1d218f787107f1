namespace Gateway.Tests.Labelled;

/// <summary>What becomes of the second of a pair when its first is there and nobody is known: the strictest case for holds.</summary>
internal enum PairOutcome
{
    /// <summary>It goes, and nothing says that it belongs to the first.</summary>
    Apart,

    /// <summary>It goes and is linked to the first.</summary>
    Linked,

    /// <summary>It waits for a person.</summary>
    Held,
}
