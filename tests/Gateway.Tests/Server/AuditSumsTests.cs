using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>The sums that docs/auditing.md tells an auditor to do, done on the table that the command wrote and on nothing else.</summary>
internal sealed class AuditSumsTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private FakeTimeProvider clock = null!;
    private CentralSimulator simulator = null!;
    private CentralClient central = null!;
    private DeskHouse desk = null!;
    private int posts;

    [SetUp]
    public async Task Open()
    {
        posts = 0;
        clock = new FakeTimeProvider(Some.Noon);
        simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), Ct);
        central = new CentralClient(Secrets.Resolve, TimeProvider.System);
        desk = await DeskHouse.OpenAsync(clock, Registries.Destination("default", simulator.BaseUri, "state: open, requestsPerSecond: 100"));
    }

    [TearDown]
    public async Task Close()
    {
        central.Dispose();
        await desk.DisposeAsync();
        await simulator.DisposeAsync();
    }

    [Test]
    public async Task TheSumsAreDoneOnTheTableAlone()
    {
        var sent = await ForwardedAsync();
        var byHand = await PostedAsync();
        Assert.That((await desk.RunAsync("complaints", "delivered", byHand, "7654321", "--unverified", "--by", "Rina")).Exit, Is.Zero);
        var again = await InDoubtAsync();
        Assert.That((await desk.RunAsync("unknown", "settle", again, "--not-delivered", "--reason", "tidak ada di pusat")).Exit, Is.Zero);
        await ForwardAsync(again);
        var doubtful = await InDoubtAsync();

        var table = await TableAsync();

        Assert.That(table.Faults(), Is.Empty);
        Assert.That(table.Delivered, Is.EqualTo(3));
        Assert.That((await desk.RunAsync("complaints", "list", "--state", "delivered", "--json")).Output.Count(letter => letter == '\n'), Is.EqualTo(3));
        Assert.That(table.Lines.Select(line => line["Tracking number"]).Distinct(), Is.EquivalentTo(new[] { sent, byHand, again, doubtful }));
        Assert.That(table.Lines.Where(line => line["Step"] == "create").Select(line => (line["Tracking number"], line["Outcome"], line["Settled as not delivered"])), Is.EqualTo(new[]
        {
            (sent, "done", ""), (again, "unknown", "yes"), (again, "done", ""), (doubtful, "unknown", ""),
        }));
    }

    [TestCase("UPDATE events SET sequence = 9 WHERE kind = 'moved' AND to_state = 'delivered'", "the sequence has a gap")]
    [TestCase("UPDATE events SET kind = 'amended' WHERE kind = 'recorded'", "it does not begin with the one line recorded")]
    [TestCase("UPDATE attempts SET settled = 0 WHERE settled = 1", "a create follows one in doubt")]
    [TestCase("UPDATE attempts SET outcome = 'done' WHERE outcome = 'unknown'", "two creates are done")]
    [TestCase("UPDATE attempts SET outcome = 'rejected' WHERE outcome = 'done'", "it was delivered without a create")]
    [TestCase("UPDATE events SET to_state = 'delivered' WHERE to_state = 'unknown'", "it was delivered twice")]
    public async Task ALedgerThatWasChangedDoesNotAddUp(string sql, string fault)
    {
        var number = await InDoubtAsync();
        Assert.That((await desk.RunAsync("unknown", "settle", number, "--not-delivered", "--reason", "tidak ada di pusat")).Exit, Is.Zero);
        await ForwardAsync(number);
        Assert.That((await TableAsync()).Faults(), Is.Empty);

        await desk.DamageAsync(sql);

        Assert.That((await TableAsync()).Faults(), Does.Contain($"{number}: {fault}"));
    }

    private async Task<LogTable> TableAsync()
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        var (exit, csv) = await desk.RunAsync("audit", "log", "--from", "2026-01-01", "--lang", "en");
        Assert.That(exit, Is.Zero, csv);
        return LogTable.Read(csv);
    }

    private async Task<string> InDoubtAsync()
    {
        simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.ErrorAfterStoring));
        var number = await ForwardedAsync();
        Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Unknown));
        clock.Advance(TimeSpan.FromDays(2));
        return number;
    }

    private async Task<string> ForwardedAsync()
    {
        var number = await PostedAsync();
        await ForwardAsync(number);
        return number;
    }

    private async Task<string> PostedAsync()
    {
        var number = await desk.PostAsync($$"""{"isi":"Lampu jalan di Jl. Kartini tiang nomor {{++posts}} mati sejak Senin, gelap sekali."}""");
        clock.Advance(TimeSpan.FromSeconds(10));
        return number;
    }

    private async Task ForwardAsync(string number)
    {
        var journaled = new JournaledCentral(central, desk.House.Journal, desk.House.Ledger, clock, NullLogger<JournaledCentral>.Instance);
        await desk.House.ForwarderTo(journaled).ForwardAsync(number, Ct);
        clock.Advance(TimeSpan.FromSeconds(10));
    }
}
