namespace Gateway.Core.Connectivity;

/// <summary>The registry in force.</summary>
public interface IRegistrySource
{
    /// <summary>Never null; empty before the first application.</summary>
    Registry Current { get; }
}
