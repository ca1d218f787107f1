namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>The process ends here. Whatever catches it speaks to nobody any more.</summary>
internal sealed class SimulatedCrashException : Exception;
