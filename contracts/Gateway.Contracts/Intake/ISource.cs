namespace Gateway.Contracts.Intake;

/// <summary>A mailbox or watched folder that is looked at in steps; the loop that calls them lives in the server.</summary>
public interface ISource : IAsyncDisposable
{
    /// <summary>
    /// One look: takes everything new through <paramref name="intake"/>, remembers it in <paramref name="book"/> only after the receipt.
    /// One item that fails never stops the rest.
    /// </summary>
    /// <returns>What was found and when to look again.</returns>
    /// <exception cref="SourceUnavailableException">The source cannot be reached or refused us; nothing is lost, look again later.</exception>
    Task<SourceStep> StepAsync(IIntake intake, ISourceBook book, CancellationToken ct);

    /// <summary>
    /// Rests until it is worth looking again: <paramref name="rest"/> at most, less when the source itself tells that something came
    /// (IMAP IDLE). Never fails but by <paramref name="ct"/>.
    /// </summary>
    Task RestAsync(TimeSpan rest, TimeProvider time, CancellationToken ct) => Task.Delay(rest, time, ct);
}
