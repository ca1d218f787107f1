namespace Gateway.Core.Forwarding;

/// <summary>The right of one worker to something, which it shows to be alive by a counter.</summary>
/// <param name="Id">What it is a right to: a tracking number, or the id of a task.</param>
/// <param name="Name">The same for people.</param>
/// <param name="Destination">Whose settings say how long it may go without a beat.</param>
/// <param name="Token">Who has it.</param>
/// <param name="Beat">Counter of its heart.</param>
public sealed record Lease(string Id, string Name, string Destination, string Token, int Beat);
