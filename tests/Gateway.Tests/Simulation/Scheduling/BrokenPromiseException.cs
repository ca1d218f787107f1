namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>A promise of the gateway was broken in a simulated world; the message says which and for which complaint.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
