namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>What came of one schedule.</summary>
/// <param name="Broken">The promise that was broken; null when all held.</param>
/// <param name="Choices">The choices that were used: played again they give the same.</param>
/// <param name="Quiet">Steps until everything was at rest.</param>
internal sealed record Verdict(string? Broken, IReadOnlyList<int> Choices, int Quiet);
