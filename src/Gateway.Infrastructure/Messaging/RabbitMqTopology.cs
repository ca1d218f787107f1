using MassTransit;

namespace Gateway.Infrastructure.Messaging;

/// <summary>
/// Exchange, queue and dead-letter queue on RabbitMQ. All arguments are written out: the library's shorthand for a quorum queue sets
/// neither a delivery limit nor a dead-letter queue.
/// </summary>
internal static class RabbitMqTopology
{
    public static void Declare(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator broker, MessagingOptions options)
    {
        var address = options.RabbitMq.Address()!;
        broker.Host(address.Host, address.Port, address.VirtualHost, host =>
        {
            host.Username(address.User);
            host.Password(address.Password);
            host.PublisherConfirmation = true;
            host.Heartbeat(TimeSpan.FromSeconds(10));
            if (address.Tls) host.UseSsl(ssl => ssl.ServerName = address.Host);
        });
        MessagingRegistration.UseContract(broker);
        broker.ReceiveEndpoint(options.QueueName, queue =>
        {
            queue.PrefetchCount = options.Prefetch;
            queue.ConcurrentMessageLimit = options.ConcurrentMessages;
            queue.PublishFaults = false;
            DeclareArguments(queue, options.QueueName);
            // A fault goes back to the queue and, at the delivery limit, to the dead letters; not to a second queue by the library.
            queue.RethrowFaultedMessages();
            queue.ConfigureConsumer<ForwardComplaintConsumer>(context);
        });
    }

    private static void DeclareArguments(IRabbitMqReceiveEndpointConfigurator queue, string name)
    {
        var dead = MessagingNames.DeadLettersOf(name);
        queue.SetQuorumQueue();
        queue.SetQueueArgument("x-delivery-limit", MessagingNames.DeliveryLimit);
        queue.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        queue.SetQueueArgument("x-overflow", "reject-publish");
        queue.BindDeadLetterQueue(dead, dead, letters => letters.SetQuorumQueue());
    }
}
