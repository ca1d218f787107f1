namespace Gateway.Core.Ledger;

/// <summary>A process that works on the ledger, as long as its heart beats.</summary>
/// <param name="Id">Made anew by each process.</param>
/// <param name="Name">Name of the machine or service, for people.</param>
/// <param name="Beat">Rises with every beat; whether it stands still tells an observer's own clock.</param>
/// <param name="At">Date of the last beat, for people alone.</param>
public sealed record NodeRow(string Id, string Name, long Beat, DateTimeOffset At);
