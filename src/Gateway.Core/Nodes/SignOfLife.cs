namespace Gateway.Core.Nodes;

/// <summary>What shows that something lives: a mark that changes before the length is over.</summary>
/// <param name="Key">Tells it apart from the others that are watched.</param>
/// <param name="Mark">What was seen of it, for example the counter of its heart.</param>
/// <param name="Length">Under the same mark for so long it is dead.</param>
internal sealed record SignOfLife(string Key, string Mark, TimeSpan Length);
