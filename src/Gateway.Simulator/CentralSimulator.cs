using System.Net;
using Gateway.Simulator.Book;
using Gateway.Simulator.Calls;
using Gateway.Simulator.Faults;
using Gateway.Simulator.Masters;
using Gateway.Simulator.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Simulator;

/// <summary>
/// A stand-in for SP4N-LAPOR! on this machine, for training, demo and tests: answers the calls of the contract file, plays
/// scripted faults, and keeps what it was told. Knows nothing of who calls it.
/// </summary>
public sealed class CentralSimulator : IAsyncDisposable
{
    internal const int MaxRequestBytes = 64 * 1024 * 1024;

    private readonly WebApplication app;
    private readonly CancellationTokenSource stopping = new();
    private readonly ChangeSignal changed = new();
    private readonly FaultScript script = new();
    private readonly MasterTables tables = new();
    private readonly ComplaintBook book;
    private readonly CallTally tally;
    private readonly HeldCalls held;

    private CentralSimulator(SimulatorOptions options)
    {
        book = ComplaintBook.Open(options.BookPath, options.Time, changed);
        tally = new CallTally(changed);
        held = new HeldCalls(options.Time, changed, stopping.Token);
        script.Add(options.Faults);
        app = Build(options.Port);
        MapRoutes(options);
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri BaseUri => new(app.Urls.First() + "/");

    /// <summary>How many complaints are in the book, doubled ones included.</summary>
    public int Complaints => book.Count;

    /// <summary>Complaints beyond the first that carry the same line <c>No. pelacakan: GXXX-XXXX-XXXX-XX</c>.</summary>
    public int Doubled => book.Doubled;

    /// <summary>Follow-ups beyond the first that say the same of the same complaint.</summary>
    public int DoubledFollowUps => book.DoubledFollowUps;

    /// <summary>Hand-ons to the institution that had the complaint from the hand-on before.</summary>
    public int DoubledHandOns => book.DoubledHandOns;

    /// <summary>Files that were uploaded and that nothing names.</summary>
    public int OrphanFiles => book.Orphans;

    /// <summary>Calls that a fault holds open right now.</summary>
    public int HeldCalls => held.Count;

    /// <summary>The complaints in the order they came.</summary>
    public IReadOnlyList<StoredComplaint> Received => book.Complaints;

    /// <summary>The follow-ups of a complaint in the order they came.</summary>
    public IReadOnlyList<StoredFollowUp> FollowUpsOf(long complaint) => book.FollowUpsOf(complaint);

    /// <summary>The hand-ons of a complaint in the order they came.</summary>
    public IReadOnlyList<StoredHandOn> HandOnsOf(long complaint) => book.HandOnsOf(complaint);

    /// <summary>Gives a complaint another status, as the people at the centre would.</summary>
    public void MoveStatus(long complaint, string status) => book.AddStatus(complaint, status);

    internal IEnumerable<RouteEndpoint> Endpoints =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <exception cref="IOException">The port is taken, or the book is open in another simulator.</exception>
    /// <exception cref="InvalidDataException">The book cannot be read; the message names the line.</exception>
    public static async Task<CentralSimulator> StartAsync(SimulatorOptions options, CancellationToken ct)
    {
        var simulator = new CentralSimulator(options);
        try
        {
            await simulator.app.StartAsync(ct);
            return simulator;
        }
        catch
        {
            await simulator.DisposeAsync();
            throw;
        }
    }

    public void AddFaults(params IEnumerable<SimulatorFault> faults) => script.Add(faults);

    /// <summary>From now on the lists do not name these institutions.</summary>
    public void CloseInstitutions(params IReadOnlyCollection<long> ids) => tables.Change(ids, []);

    /// <summary>How many calls of a kind arrived whole, whatever they were answered.</summary>
    public int CallsOf(CentralCall call) => tally.Of(call);

    /// <summary>A stored file's bytes; null when there is no such file.</summary>
    public byte[]? ReadFile(long id) => book.ReadBytes(id);

    /// <summary>Waits, without polling, until something that happened here makes the condition true.</summary>
    /// <exception cref="TimeoutException">It did not come true in time (real time, whatever the options' clock says).</exception>
    public async Task WaitForAsync(Func<CentralSimulator, bool> condition, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        for (var next = changed.Next; !condition(this); next = changed.Next)
        {
            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException(
                    $"The simulator waited {timeout} in vain. It holds {Complaints} complaints ({Doubled} doubled), "
                    + $"saw {CallsOf(CentralCall.Any)} calls and holds {HeldCalls} of them open.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
        book.Dispose();
        stopping.Dispose();
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        // Settings and urls of the program around it must not open further doors.
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OwnedByCaller>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });
        return builder.Build();
    }

    private void MapRoutes(SimulatorOptions options)
    {
        app.Use((HttpContext context, RequestDelegate next) =>
        {
            context.Response.Headers["X-Simulator"] = "yes";
            return next(context);
        });
        app.UseStatusCodePages(pages => Answer.Failed(
            pages.HttpContext.Response.StatusCode,
            $"The simulator has no {pages.HttpContext.Request.Method} {pages.HttpContext.Request.Path}.").WriteAsync(pages.HttpContext));
        var desk = new CallDesk(options, script, new FaultPlay(held, book), tally);
        foreach (var route in CentralRoutes.Of(book, tables, options))
            app.MapMethods(route.Template, [route.Method], context => desk.ServeAsync(context, route));
        new ControlRoutes(book, script, tables).Map(app);
    }
}
