using Gateway.Contracts.Messages;
using Gateway.Core.Relay;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Infrastructure.Messaging;

/// <summary>Wires the message channel: publisher, consumer and the topology on the broker.</summary>
public static class MessagingRegistration
{
    /// <param name="services">Where to; <see cref="TimeProvider"/> and <see cref="Core.Forwarding.IForwarder"/> must be registered.</param>
    /// <param name="options">The settings.</param>
    /// <exception cref="ArgumentException">The settings have faults; all are named.</exception>
    public static IServiceCollection AddMessaging(this IServiceCollection services, MessagingOptions options)
    {
        if (options.Faults() is { Count: > 0 } faults) throw new ArgumentException(string.Join(' ', faults), nameof(options));
        services.AddSingleton(options);
        services.AddSingleton<IBroker, MassTransitBroker>();
        // A broker that is absent at the start must neither block the start nor end the bus for good: it is tried until it comes.
        services.AddOptions<MassTransitHostOptions>().Configure(host => host.WaitUntilStarted = false);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<ForwardComplaintConsumer>();
            if (options.Transport == "RabbitMq") bus.UsingRabbitMq((context, broker) => RabbitMqTopology.Declare(context, broker, options));
            else bus.UsingInMemory((context, broker) => DeclareInMemory(context, broker, options));
        });
        return services;
    }

    internal static void UseContract(IBusFactoryConfigurator broker)
    {
        broker.Message<ComplaintRecorded>(message => message.SetEntityName(MessagingNames.Exchange));
        broker.ConfigureJsonSerializerOptions(json =>
        {
            if (!json.Converters.OfType<ComplaintRecordedConverter>().Any())
                json.Converters.Insert(0, new ComplaintRecordedConverter());
            return json;
        });
    }

    private static void DeclareInMemory(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator broker, MessagingOptions options)
    {
        UseContract(broker);
        broker.ReceiveEndpoint(options.QueueName, queue =>
        {
            queue.PrefetchCount = options.Prefetch;
            queue.ConcurrentMessageLimit = options.ConcurrentMessages;
            queue.PublishFaults = false;
            queue.ConfigureConsumer<ForwardComplaintConsumer>(context);
        });
    }
}
