using Gateway.Contracts.Messages;
using Gateway.Core.Relay;
using MassTransit;

namespace Gateway.Infrastructure.Messaging;

/// <summary>
/// The message channel by MassTransit, over RabbitMQ or memory. A publish has arrived in a queue or it throws: an exchange without a
/// queue, a full queue, a broker that went away and a confirm that does not come are all the same to the caller.
/// </summary>
public sealed class MassTransitBroker(IBusControl bus, MessagingOptions options, TimeProvider time) : IBroker
{
    private int stalled;

    // A broker in its disk alarm, and a network that swallows all, keep the connection up and take nothing.
    public bool IsConnected => Volatile.Read(ref stalled) == 0 && bus.CheckHealth().Status == BusHealthStatus.Healthy;

    public async Task PublishAsync(ComplaintRecorded message, CancellationToken ct)
    {
        var end = new CancellationTokenSource(options.PublishTimeout + options.LongestStall, time);
        var publishing = PublishAsync(bus, message, end.Token);
        var isAwaited = false;
        try
        {
            await publishing.WaitAsync(options.PublishTimeout, time, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (TimeoutException)
        {
            isAwaited = Interlocked.Exchange(ref stalled, 1) == 0;
            throw new BrokerUnavailableException($"The broker did not confirm within {options.PublishTimeout}.");
        }
        // The library's faults have no common ancestor, and none of them is more than "not confirmed".
        catch (Exception fault)
        {
            throw new BrokerUnavailableException($"The broker did not take the message ({fault.GetType().Name}).", fault);
        }
        finally
        {
            if (!isAwaited) await end.CancelAsync();
            _ = EndAsync(publishing, end, isAwaited);
        }
    }

    // The first that got no confirm waits on: when it comes, or nothing is to be expected of it any more, the broker is tried again.
    private async Task EndAsync(Task publishing, CancellationTokenSource end, bool isAwaited)
    {
        // One that is given up may still fail later; that is no news.
        await publishing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
        if (isAwaited) Volatile.Write(ref stalled, 0);
    }

    private static Task PublishAsync(IBusControl bus, ComplaintRecorded message, CancellationToken ct) =>
        bus.Publish(message, context => context.Mandatory = true, ct);
}
