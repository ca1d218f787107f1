namespace Gateway.Core.Forwarding;

/// <summary>Takes one wake-up to a durable outcome.</summary>
public interface IForwarder
{
    /// <summary>Claims the complaint and forwards it, if it and its destination are ready.</summary>
    /// <param name="number">Tracking number from the wake-up.</param>
    /// <param name="ct">Shutdown; a create whose content began to leave is finished first.</param>
    /// <exception cref="Ledger.LedgerUnavailableException">The ledger is away: do not acknowledge, stop consuming.</exception>
    Task<ForwardResult> ForwardAsync(string number, CancellationToken ct);
}
