using Gateway.Core.Connectivity;

namespace Gateway.Tests.Simulation.Parts;

/// <summary>A registry that nobody changes.</summary>
internal sealed class FixedRegistry(Registry registry) : IRegistrySource
{
    public Registry Current => registry;

    public bool IsBehind => false;

    public Task<bool> IsLatestAsync(CancellationToken ct) => Task.FromResult(true);
}
