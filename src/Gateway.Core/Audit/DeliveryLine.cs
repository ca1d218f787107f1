using Gateway.Core.Ledger;

namespace Gateway.Core.Audit;

/// <summary>One line of the delivery log: something that happened to a complaint, or a call at the centre. Exactly one of the two is set.</summary>
/// <param name="Happened">The event; null for a call.</param>
/// <param name="Called">The call; null for an event.</param>
public sealed record DeliveryLine(Logged<LedgerEvent>? Happened, Logged<AttemptRow>? Called)
{
    /// <summary>When it happened, or when the call began.</summary>
    public DateTimeOffset At => Happened?.What.At ?? Called!.What.Begun;

    /// <summary>Tracking number.</summary>
    public string Number => Happened?.What.Number ?? Called!.What.Number;
}
