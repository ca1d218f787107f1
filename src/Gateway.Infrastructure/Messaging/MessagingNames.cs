namespace Gateway.Infrastructure.Messaging;

/// <summary>Names on the broker, as <c>contracts/schema/asyncapi.yaml</c> states them.</summary>
internal static class MessagingNames
{
    /// <summary>Exchange to which <see cref="Contracts.Messages.ComplaintRecorded"/> is published; anyone may bind a queue to it (Wire Tap).</summary>
    public const string Exchange = "complaint-recorded";

    /// <summary>Queue of the forwarders.</summary>
    public const string Queue = "forward-complaint-v1";

    /// <summary>Deliveries after which a wake-up is given up. Generous: each may have waited minutes for the ledger.</summary>
    public const int DeliveryLimit = 20;

    /// <summary>Where wake-ups go that were given up (Dead Letter Channel).</summary>
    public static string DeadLettersOf(string queue) => queue + "-dead";
}
