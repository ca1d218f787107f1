using System.Runtime.Versioning;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Central;
using Gateway.Server.Commands;
using Gateway.Server.Composition;
using Gateway.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Support;

/// <summary>A house, a simulator, and the real forwarder between them, woken by the test itself.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ForwardingHouse : IAsyncDisposable
{
    private readonly CentralClient central = new(Secrets.Resolve, TimeProvider.System);

    private ForwardingHouse(OpenedHouse opened, CentralSimulator simulator)
    {
        (Opened, Simulator) = (opened, simulator);
        Forwarder = NewForwarder();
    }

    public OpenedHouse Opened { get; }

    public CentralSimulator Simulator { get; }

    public Forwarder Forwarder { get; private set; }

    /// <summary>The calls as the gateway makes them, with their lines in the delivery journal.</summary>
    public ICentral Central => NewCentral();

    public ILedger Ledger => Opened.House.Ledger;

    /// <param name="destination">Settings of the destination; empty for none.</param>
    /// <param name="channels">Its channels.</param>
    public static async Task<ForwardingHouse> OpenAsync(string destination, params string[] channels)
    {
        var simulator = await CentralSimulator.StartAsync(new SimulatorOptions { UploadLimit = null }, CancellationToken.None);
        return new ForwardingHouse(await OpenedHouse.NewWithAsync(simulator.BaseUri, destination, channels), simulator);
    }

    public async Task<ComplaintRow> FindAsync(string number) =>
        await Ledger.FindAsync(number, CancellationToken.None) ?? throw new AssertionException($"'{number}' is not in the ledger.");

    /// <summary>Each call with its outcome, as <c>upload done</c>.</summary>
    public async Task<string[]> CallsAsync(string number) =>
        [.. (await Ledger.AttemptsAsync(number, CancellationToken.None)).Select(attempt => $"{attempt.Step} {attempt.Outcome}")];

    /// <summary>Runs a command inside the house: its exit code and everything it said.</summary>
    public Task<(int Exit, string Output)> RunAsync(params string[] args) => RunAsync(Opened.House, args);

    /// <summary>The same on the closed folder.</summary>
    public Task<(int Exit, string Output)> RunAloneAsync(params string[] args) => RunAsync(null, [.. args, "--data", Opened.Data]);

    /// <summary>Works tasks until there is nothing to work.</summary>
    public async Task WorkTasksAsync(Func<Task<bool>> isDone)
    {
        var tasks = Opened.House.TasksTo(NewCentral());
        for (var step = 0; step < 500 && !await isDone(); step++)
        {
            await tasks.StepAsync("default", CancellationToken.None);
            await Task.Delay(5);
        }
    }

    /// <summary>Closes the house, and opens it again after something was done to its folder.</summary>
    public async Task ReopenAsync(Action<string> meanwhile)
    {
        await Opened.CloseAsync();
        meanwhile(Opened.Data);
        await Opened.OpenAsync();
        Forwarder = NewForwarder();
    }

    public async ValueTask DisposeAsync()
    {
        central.Dispose();
        await Opened.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    private Forwarder NewForwarder() => Opened.House.ForwarderTo(NewCentral());

    private JournaledCentral NewCentral() => new(central, Opened.House.Journal, Ledger, TimeProvider.System, NullLogger<JournaledCentral>.Instance);

    private async Task<(int Exit, string Output)> RunAsync(House? house, string[] args)
    {
        await using var written = new StringWriter();
        var exit = await CommandRunner.RunAsync(args, new CommandContext(written, written, Opened.Data, "tester", house, Interactive: false), CancellationToken.None);
        return (exit, written.ToString());
    }
}
