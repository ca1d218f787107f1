using Gateway.Contracts;

namespace Gateway.Core.Operations;

/// <summary>What two complaints have each alone.</summary>
/// <param name="Code">Reason code that tells why they are one matter; null when they are not.</param>
/// <param name="Said">How much of what is said is the same, from 0 to 1.</param>
/// <param name="Mine">The text of the first.</param>
/// <param name="Theirs">The text of the second.</param>
/// <param name="OnlyMine">Sentences of the first alone.</param>
/// <param name="OnlyTheirs">Sentences of the second alone.</param>
/// <param name="FilesOnlyMine">Files of the first alone.</param>
/// <param name="FilesOnlyTheirs">Files of the second alone.</param>
public sealed record Comparison(
    string? Code, double Said, string Mine, string Theirs, IReadOnlyList<string> OnlyMine, IReadOnlyList<string> OnlyTheirs, IReadOnlyList<Attachment> FilesOnlyMine, IReadOnlyList<Attachment> FilesOnlyTheirs);
