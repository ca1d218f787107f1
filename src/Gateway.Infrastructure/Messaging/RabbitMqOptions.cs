namespace Gateway.Infrastructure.Messaging;

/// <summary>Settings under <c>Gateway:Messaging:RabbitMq</c>.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>Address with user and password, <c>amqp://user:password@host:5672/vhost</c>, secrets already resolved. Never logged.</summary>
    public string? Uri { get; init; }

    // A record or default ToString must never show it.
    public override string ToString() => "RabbitMqOptions(hidden)";

    /// <summary>The address in parts; null when it is missing or of another form.</summary>
    internal RabbitMqAddress? Address() => RabbitMqAddress.Parse(Uri);
}
