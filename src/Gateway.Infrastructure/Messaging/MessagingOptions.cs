namespace Gateway.Infrastructure.Messaging;

/// <summary>Settings under <c>Gateway:Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary><c>InMemory</c> (one process, nothing to install) or <c>RabbitMq</c>.</summary>
    public string Transport { get; init; } = "InMemory";

    /// <summary>Settings of RabbitMQ; read only with that transport.</summary>
    public RabbitMqOptions RabbitMq { get; init; } = new();

    /// <summary>How long a publish may wait for its confirm. A killed broker would let it wait for ever.</summary>
    public TimeSpan PublishTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A broker that confirms nothing is left alone until it confirms what it has, at most so long; then it is tried again.</summary>
    public TimeSpan LongestStall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Wake-ups fetched ahead of their turn.</summary>
    public ushort Prefetch { get; init; } = 64;

    /// <summary>Wake-ups handled at once. What really limits forwarding is the destination; this bounds those who wait for it.</summary>
    public int ConcurrentMessages { get; init; } = 32;

    /// <summary>Name of the queue. A queue cannot change its arguments, so a change of them needs a new name.</summary>
    public string QueueName { get; init; } = MessagingNames.Queue;

    /// <summary>All faults of these settings, each saying what to write; empty when there are none.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (Transport is not ("InMemory" or "RabbitMq"))
            faults.Add($"Gateway:Messaging:Transport is '{Transport}'. Write InMemory or RabbitMq.");
        // The value may hold a password: it is not repeated.
        if (Transport == "RabbitMq" && RabbitMq.Address() is null)
            faults.Add("Gateway:Messaging:RabbitMq:Uri is missing or not of the form amqp://user:password@host:5672/vhost.");
        if (PublishTimeout <= TimeSpan.Zero) faults.Add("Gateway:Messaging:PublishTimeout must be longer than 0.");
        if (LongestStall <= TimeSpan.Zero) faults.Add("Gateway:Messaging:LongestStall must be longer than 0.");
        if (Prefetch == 0 || ConcurrentMessages <= 0) faults.Add("Gateway:Messaging:Prefetch and ConcurrentMessages must be at least 1.");
        if (string.IsNullOrWhiteSpace(QueueName)) faults.Add("Gateway:Messaging:QueueName must not be empty.");
        return faults;
    }
}
