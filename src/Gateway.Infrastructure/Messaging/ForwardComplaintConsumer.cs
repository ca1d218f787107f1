using Gateway.Contracts.Messages;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Infrastructure.Messaging;

/// <summary>
/// Hands a wake-up to the forwarder. Returning acknowledges it, which is always safe: the ledger knows what is due and its sweeper
/// comes back to it. Only a number the ledger does not know, and a ledger that is away, are thrown.
/// </summary>
internal sealed class ForwardComplaintConsumer(
    IForwarder forwarder, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<ForwardComplaintConsumer> log) : IConsumer<ComplaintRecorded>
{
    /// <summary>
    /// The longest single wait for the ledger, and the longest altogether for a destination: a slow one must not hold the places
    /// of the others.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>The longest a message is held while the ledger is away; RabbitMQ closes the channel of one held for 30 minutes.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(10);

    // A destination that says "now" twice must not make a hot loop.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);

    public async Task Consume(ConsumeContext<ComplaintRecorded> context)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        await WakeAsync(context.Message.Number, alarm: !context.ReceiveContext.Redelivered, stopping.Token);
    }

    /// <summary>Takes one wake-up to its acknowledgement.</summary>
    /// <param name="number">Tracking number.</param>
    /// <param name="alarm">Whether to log a number that is unknown; once is enough.</param>
    /// <param name="ct">Shutdown.</param>
    internal async Task WakeAsync(string number, bool alarm, CancellationToken ct)
    {
        var begun = time.GetTimestamp();
        var ledgerWait = TimeSpan.FromSeconds(1);
        while (true)
        {
            TimeSpan wait;
            try
            {
                var result = await forwarder.ForwardAsync(number, ct);
                if (result.Verdict == ForwardVerdict.UnknownNumber) throw Unknown(number, alarm);
                if (result is not { Verdict: ForwardVerdict.NotYet, Until: { } until }) return;
                wait = until - time.GetUtcNow();
                if (time.GetElapsedTime(begun) + wait > LongestWait) return;
                if (wait < ShortestWait) wait = ShortestWait;
            }
            // Waiting here, with every place taken, is what stops consuming while the ledger is away.
            catch (LedgerUnavailableException) when (time.GetElapsedTime(begun) + ledgerWait <= LongestHold)
            {
                wait = ledgerWait;
                ledgerWait = ledgerWait * 2 < LongestWait ? ledgerWait * 2 : LongestWait;
            }
            await Task.Delay(wait, time, ct);
        }
    }

    private UnknownNumberException Unknown(string number, bool alarm)
    {
        if (alarm)
            log.LogError("A wake-up names complaint {Number}, which the ledger does not have. It goes to the dead-letter queue; was the ledger restored or replaced?", number);
        return new UnknownNumberException($"The ledger has no complaint {number}.");
    }
}
