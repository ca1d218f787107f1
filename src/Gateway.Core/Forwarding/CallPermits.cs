using System.Text;
using Gateway.Core.Connectivity;
using Gateway.Core.Destinations;
using Gateway.Core.Identity;
using Gateway.Core.Ledger;

namespace Gateway.Core.Forwarding;

/// <summary>The send permit of each call of a claimed complaint: its attempt is in the ledger before it goes, and it goes soon or not at all.</summary>
internal sealed class CallPermits(
    ILedger ledger, OutcomeDesk outcomes, IVault vault, IRegistrySource registry, IIdentifiers identifiers, ForwardingOptions options, TimeProvider time)
{
    /// <summary>The first byte of a call leaves within this time after its attempt row was committed, or the call is abandoned as not sent.</summary>
    private static readonly TimeSpan NotSentAfter = TimeSpan.FromSeconds(35);

    /// <summary>The attempt that a call is going to be.</summary>
    public AttemptRow Attempt(ComplaintRow row, AttemptStep step, string request, string actor) => new()
    {
        Id = identifiers.NewId(),
        Number = row.Number,
        Destination = row.Destination,
        Step = step,
        LeaseToken = row.LeaseToken!,
        Begun = time.GetUtcNow(),
        RequestHash = Convert.ToHexStringLower(vault.Index("request", Encoding.UTF8.GetBytes(request))),
        Actor = actor,
        Node = options.Node,
        Settings = registry.Current.Version,
    };

    /// <summary>Asks for the permit. False: no call, and its outcome is recorded. A begin whose commit is doubtful is never followed by a call.</summary>
    public async Task<bool> BeginAsync(AttemptRow attempt, ComplaintRow row, Destination settings, CancellationToken ct)
    {
        try
        {
            if (await ledger.BeginAsync(attempt, ct)) return true;
            await outcomes.NoPermitAsync(row, attempt, ct);
            return false;
        }
        catch (LedgerUnavailableException)
        {
            await outcomes.RecordAsync(row, settings, attempt, new CentralAnswer { Kind = CentralAnswerKind.NotSent }, AttemptOutcome.NotSent, CancellationToken.None);
            return false;
        }
    }

    /// <summary>
    /// How long the call may still take to leave; null when it may not any more. The permit is as old as the moment it was asked for: its answer
    /// may have been under way for hours while the machine slept.
    /// </summary>
    /// <param name="asked">Timestamp of that moment.</param>
    public TimeSpan? Left(long asked) => NotSentAfter - time.GetElapsedTime(asked) is { Ticks: > 0 } left ? left : null;
}
