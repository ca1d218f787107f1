using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Gateway.Infrastructure.Messaging;

/// <summary>What one look at RabbitMQ found. It declares nothing and takes nothing.</summary>
/// <param name="Reach">How far it got; the rest is empty unless it answers.</param>
/// <param name="Address">Host and port, without the password.</param>
/// <param name="VirtualHost">The virtual host asked for.</param>
public sealed record BrokerLook(BrokerReach Reach, string Address, string VirtualHost)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Queues of ours that are not there.</summary>
    public IReadOnlyList<string> MissingQueues { get; private init; } = [];

    /// <summary>Wake-ups that wait to be taken.</summary>
    public long Waiting { get; private init; }

    /// <summary>Nodes that listen to the queue, each by one consumer.</summary>
    public long Consumers { get; private init; }

    /// <summary>Wake-ups that were given up (Dead Letter Channel).</summary>
    public long Dead { get; private init; }

    /// <summary>Name of the queue they lie in.</summary>
    public string DeadLetters { get; private init; } = "";

    /// <summary>Looks.</summary>
    /// <param name="options">Settings of RabbitMQ, without faults.</param>
    /// <param name="ct">Stops the wait.</param>
    public static async Task<BrokerLook> AtAsync(MessagingOptions options, CancellationToken ct)
    {
        var address = options.RabbitMq.Address() ?? throw new ArgumentException("The settings have faults.", nameof(options));
        var look = new BrokerLook(BrokerReach.Unreachable, address.ToString(), address.VirtualHost);
        var factory = new ConnectionFactory
        {
            HostName = address.Host,
            Port = address.Port,
            VirtualHost = address.VirtualHost,
            UserName = address.User,
            Password = address.Password,
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
            Ssl = { Enabled = address.Tls, ServerName = address.Host },
        };
        try
        {
            await using var connection = await factory.CreateConnectionAsync(ct);
            return await look.WithQueuesAsync(connection, options.QueueName, ct);
        }
        // Refused, not there, or gone in the middle of the look.
        catch (Exception fault) when (fault is RabbitMQClientException or IOException or TimeoutException)
        {
            return look with { Reach = ReachOf(fault) };
        }
    }

    private async Task<BrokerLook> WithQueuesAsync(IConnection connection, string queue, CancellationToken ct)
    {
        var letters = MessagingNames.DeadLettersOf(queue);
        var work = await QueueAsync(connection, queue, ct);
        var dead = await QueueAsync(connection, letters, ct);
        return this with
        {
            Reach = BrokerReach.Answers,
            MissingQueues = [.. new[] { (Name: queue, Found: work), (Name: letters, Found: dead) }.Where(asked => asked.Found is null).Select(asked => asked.Name)],
            Waiting = work?.MessageCount ?? 0,
            Consumers = work?.ConsumerCount ?? 0,
            Dead = dead?.MessageCount ?? 0,
            DeadLetters = letters,
        };
    }

    // A queue that is not there closes the channel that asked: each question has its own.
    private static async Task<QueueDeclareOk?> QueueAsync(IConnection connection, string queue, CancellationToken ct)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue, ct);
        }
        catch (OperationInterruptedException interrupted) when (interrupted.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    private static BrokerReach ReachOf(Exception fault) => fault switch
    {
        AuthenticationFailureException or PossibleAuthenticationFailureException => BrokerReach.LoginRefused,
        OperationInterruptedException { ShutdownReason.ReplyCode: Constants.NotAllowed } => BrokerReach.NoSuchHost,
        AggregateException several => several.InnerExceptions.Select(ReachOf).Max(),
        { InnerException: { } inner } => ReachOf(inner),
        _ => BrokerReach.Unreachable,
    };
}
