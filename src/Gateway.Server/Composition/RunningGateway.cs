using System.Net.Sockets;
using Gateway.Adapters.WebForm.Door;
using Gateway.Core;
using Gateway.Core.Forwarding;
using Gateway.Core.Operations;
using Gateway.Core.Relay;
using Gateway.Infrastructure.Central;
using Gateway.Infrastructure.Messaging;
using Gateway.Server.Health;
using Gateway.Server.Local;
using Gateway.Server.Words;
using Gateway.Server.Workers;

namespace Gateway.Server.Composition;

/// <summary>
/// A house at work: HTTP door, message channel, workers and the local socket, started in that order and stopped in the other. Intake never
/// waits for the broker, also not at start.
/// </summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Workforce workers;
    private readonly CentralClient central;
    private readonly IAsyncDisposable localDoor;

    private RunningGateway(WebApplication app, Workforce workers, CentralClient central, IAsyncDisposable localDoor, IBroker? broker) =>
        (this.app, this.workers, this.central, this.localDoor, Broker) = (app, workers, central, localDoor, broker);

    /// <summary>Addresses it listens on.</summary>
    public IReadOnlyCollection<string> Urls => [.. app.Urls];

    /// <summary>Null when this process does not forward.</summary>
    public IBroker? Broker { get; }

    /// <summary>Starts everything; when it returns, posts are taken.</summary>
    public static async Task<RunningGateway> StartAsync(House house, bool intake, bool forward, CancellationToken ct)
    {
        var settings = house.Settings;
        var words = WordList.In(settings.Language);
        if (!LocalDoor.Fits(settings.DataDirectory)) throw new CommandException(2, words["house.long", settings.DataDirectory]);
        await house.RecoverAsync(intake, ct);
        await house.NoteJournalAsync(ct);
        var central = new CentralClient(Secrets.Resolve, house.Time);
        var journaled = new JournaledCentral(central, house.Journal, house.Ledger, house.Time, house.Logs.CreateLogger<JournaledCentral>());
        var forwarder = house.ForwarderTo(journaled);
        var app = Build(house, forwarder, intake, forward);
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            await app.DisposeAsync();
            central.Dispose();
            throw new CommandException(4, words["serve.port", settings.Http.Urls, PortFault.Of(refused)]);
        }

        if (intake) TellFindings(house);
        var broker = app.Services.GetService<IBroker>();
        var workers = new Workforce(house, broker ?? new NoBroker(), forwarder, house.Masters(central), journaled);
        workers.Start(intake, forward);
        return new RunningGateway(app, workers, central, await LocalDoor.OpenAsync(house, ct), broker);
    }

    /// <summary>How wake-ups travel, with the broker's address resolved.</summary>
    /// <exception cref="InvalidOperationException">The secret is not there.</exception>
    public static MessagingOptions Messaging(GatewaySettings settings) => new()
    {
        Transport = settings.Messaging.Transport,
        RabbitMq = new RabbitMqOptions { Uri = Secrets.Resolve(settings.Messaging.RabbitMq.Uri) },
    };

    public async ValueTask DisposeAsync()
    {
        await localDoor.DisposeAsync();
        await workers.DisposeAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        central.Dispose();
    }

    private static WebApplication Build(House house, Forwarder forwarder, bool intake, bool forward)
    {
        var builder = WebApplication.CreateSlimBuilder(HostFolder.Quiet);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(house.Logs);
        builder.Services.AddSingleton(house.Time);
        builder.Services.AddSingleton<IForwarder>(forwarder);
        // A create may take its whole time-out; the host waits for it.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(150));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = house.Settings.Intake.MaxConnections;
            kestrel.Limits.MaxRequestBodySize = house.Settings.Http.PostLimitBytes;
        });
        builder.WebHost.UseUrls(ListenAddresses.Of(house.Settings.Http.Urls));
        if (forward) builder.Services.AddMessaging(Messaging(house.Settings));
        var app = builder.Build();
        var log = house.Logs.CreateLogger<RunningGateway>();
        app.Use((context, next) => AnswerAsync(context, next, log));
        if (TrustedProxies.Of(house.Settings.Http.TrustedProxies) is { } proxies) app.UseForwardedHeaders(proxies);
        if (intake)
        {
            // Asked anew for each post: a channel is paused and its token changed while the gateway runs.
            app.MapIntake(new IntakeDoor(key => house.Registry.Current.Channel(key), house.Intake, Secrets.Resolve, house.Time)
            {
                Limit = house.Settings.Http.PostLimitBytes,
                Deadline = house.Settings.Intake.BodyDeadline,
                InFlight = new BodyBudget(house.Settings.Intake.BodiesInFlightBytes),
                Language = house.Settings.Language,
                AgencyName = key => house.Registry.Current.Agency(key)?.Name,
            });
        }

        app.MapGet("/track/{number}", (string number, CancellationToken ct) => TrackAsync(house, number, ct));
        app.MapHealth(house);
        return app;
    }

    // The server's own line would quote what the exception quotes: a citizen's words.
    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(context);
        }
#pragma warning disable CA1031 // The edge of a request: whatever fails, its sender is told that nothing was taken.
        catch (Exception fault) when (fault is not (OperationCanceledException or BadHttpRequestException) && !context.Response.HasStarted)
#pragma warning restore CA1031
        {
            log.LogError("A request failed: {Fault}", LoggedFault.Of(fault));
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    // A channel that turns every post away must not do so in silence; the other channels work.
    private static void TellFindings(House house)
    {
        var log = house.Logs.CreateLogger<RunningGateway>();
        foreach (var channel in house.Registry.Current.Channels.Where(channel => channel.Enabled))
        {
            // A kind that a newer version has is that one's.
            if (!ChannelAdapters.ByKind.TryGetValue(channel.Kind, out var adapter)) log.LogWarning("Channel {Channel} is of kind {Kind}, which this version does not have; a newer node looks at it", channel.Key, channel.Kind);
            foreach (var finding in adapter?.Look(channel, Secrets.Resolve).Where(finding => finding.IsFault) ?? [])
                log.LogError("{Finding}", finding.Text);
        }
    }

    private static async Task<IResult> TrackAsync(House house, string typed, CancellationToken ct)
    {
        if (!TrackingNumber.TryRead(typed, out var number) || await house.Ledger.FindAsync(number, ct) is not { } row) return Results.NotFound();
        var state = await new TrackedState(house.Ledger).OfAsync(row, ct);
        return Results.Json(new { number, state });
    }

    /// <summary>Stands in when this process does not forward: nothing is published from here.</summary>
    private sealed class NoBroker : IBroker
    {
        public bool IsConnected => false;

        public Task PublishAsync(Contracts.Messages.ComplaintRecorded message, CancellationToken ct) =>
            throw new BrokerUnavailableException("This process does not forward.");
    }
}
