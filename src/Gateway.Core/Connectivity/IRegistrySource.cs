namespace Gateway.Core.Connectivity;

/// <summary>The registry in force.</summary>
public interface IRegistrySource
{
    /// <summary>Never null; empty before the first application.</summary>
    Registry Current { get; }

    /// <summary>True while the ledger is known to hold a registry of a newer version, which this one cannot read.</summary>
    bool IsBehind { get; }

    /// <summary>
    /// Asks the ledger, and takes what another node applied meanwhile. False: what this node decides by is out of date, and it must leave to
    /// others what it would decide for all.
    /// </summary>
    Task<bool> IsLatestAsync(CancellationToken ct);
}
