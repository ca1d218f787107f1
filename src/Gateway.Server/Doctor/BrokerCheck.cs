using Gateway.Infrastructure.Messaging;
using Gateway.Server.Composition;

namespace Gateway.Server.Doctor;

/// <summary>RabbitMQ: the way there, the login, the queues, and what was given up.</summary>
internal static class BrokerCheck
{
    public static async Task RunAsync(House house, Findings findings, CancellationToken ct)
    {
        if (house.Settings.Messaging.Transport != "RabbitMq") return;
        MessagingOptions options;
        try
        {
            options = RunningGateway.Messaging(house.Settings);
        }
        catch (InvalidOperationException missing)
        {
            findings.Wrong("doctor.broker-secret", missing.Message);
            return;
        }

        if (options.Faults() is { Count: > 0 } faults)
        {
            findings.Wrong("doctor.broker-secret", string.Join(' ', faults));
            return;
        }

        Tell(await BrokerLook.AtAsync(options, ct), findings);
    }

    private static void Tell(BrokerLook look, Findings findings)
    {
        switch (look.Reach)
        {
            case BrokerReach.Unreachable:
                findings.Wrong("doctor.broker-away", look.Address);
                return;
            case BrokerReach.LoginRefused:
                findings.Wrong("doctor.broker-login", look.Address);
                return;
            case BrokerReach.NoSuchHost:
                findings.Wrong("doctor.broker-host", look.Address, look.VirtualHost);
                return;
        }

        foreach (var queue in look.MissingQueues) findings.Wrong("doctor.no-queue", queue);
        if (look.MissingQueues.Count == 0) findings.Good("doctor.broker", look.Address, look.Waiting, look.Consumers);
        if (look.Dead > 0) findings.Wrong("doctor.dead-letters", look.Dead, look.DeadLetters);
    }
}
