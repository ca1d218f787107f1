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
    public bool IsConnected => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    public async Task PublishAsync(ComplaintRecorded message, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.PublishTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var publishing = PublishAsync(bus, message, either.Token);
        try
        {
            await publishing.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            throw new BrokerUnavailableException($"The broker did not confirm within {options.PublishTimeout}.");
        }
        // The library's faults have no common ancestor, and none of them is more than "not confirmed".
        catch (Exception fault)
        {
            throw new BrokerUnavailableException($"The broker did not take the message ({fault.GetType().Name}).", fault);
        }
        finally
        {
            // One that is given up may still fail later; that is no news.
            _ = publishing.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    private static Task PublishAsync(IBusControl bus, ComplaintRecorded message, CancellationToken ct) =>
        bus.Publish(message, context => context.Mandatory = true, ct);
}
