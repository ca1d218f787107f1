using Gateway.Core.Forwarding;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Simulator;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Support;

/// <summary>A desk whose destination is a simulator, with everything in between real; the clock of the house is the test's.</summary>
internal sealed class DeskWithCentre : IAsyncDisposable
{
    private int posts;

    private DeskWithCentre(FakeTimeProvider clock, CentralSimulator simulator, DeskHouse desk) => (Clock, Simulator, Desk) = (clock, simulator, desk);

    public FakeTimeProvider Clock { get; }

    public CentralSimulator Simulator { get; }

    public CentralClient Central { get; } = new(Secrets.Resolve, TimeProvider.System);

    public DeskHouse Desk { get; }

    /// <summary>The calls as the gateway makes them, with their lines in the delivery journal.</summary>
    public JournaledCentral Journaled => new(Central, Desk.House.Journal, Desk.House.Ledger, Clock, NullLogger<JournaledCentral>.Instance);

    /// <param name="settings">More settings of the destination, as the registry writes them; empty for none.</param>
    /// <param name="rate">Its requests per second.</param>
    public static async Task<DeskWithCentre> OpenAsync(string settings = "", string rate = "100")
    {
        var clock = new FakeTimeProvider(Some.Noon);
        var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        var more = settings.Length == 0 ? "" : ", " + settings;
        var desk = await DeskHouse.OpenAsync(clock, Registries.Destination("default", simulator.BaseUri, $"state: open, requestsPerSecond: {rate}{more}"));
        return new DeskWithCentre(clock, simulator, desk);
    }

    /// <summary>Posts a form that tells what none before told, lets the gates judge, and gives its number.</summary>
    public Task<string> PostAsync() => Desk.PostAsync($$"""{"isi":"Lampu jalan di Jl. Kartini tiang nomor {{++posts}} mati sejak Senin, gelap sekali."}""");

    /// <summary>Wakes the forwarder for a complaint, ten seconds after what was before.</summary>
    public Task<ForwardResult> ForwardAsync(string number)
    {
        Clock.Advance(TimeSpan.FromSeconds(10));
        return Desk.House.ForwarderTo(Journaled).ForwardAsync(number, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Central.Dispose();
        await Desk.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
