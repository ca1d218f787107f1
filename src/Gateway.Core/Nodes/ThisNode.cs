namespace Gateway.Core.Nodes;

/// <summary>This process among those that share a ledger.</summary>
/// <param name="Id">Made anew by each process, so that one that starts again is another node.</param>
/// <param name="Name">Name of the machine or service, for people.</param>
public sealed record ThisNode(string Id, string Name);
