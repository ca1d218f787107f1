namespace Gateway.Core.Gates;

/// <summary>Whether a word, in lower case, is one of some.</summary>
internal delegate bool WordTest(ReadOnlySpan<char> word);
