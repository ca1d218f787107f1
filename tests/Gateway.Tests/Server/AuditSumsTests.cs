using Gateway.Core.Ledger;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;
using CentralCall = Gateway.Simulator.CentralCall;

namespace Gateway.Tests.Server;

/// <summary>The sums that docs/auditing.md tells an auditor to do, done on the table that the command wrote and on nothing else.</summary>
internal sealed class AuditSumsTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DeskWithCentre house = null!;

    [SetUp]
    public async Task Open() => house = await DeskWithCentre.OpenAsync();

    [TearDown]
    public async Task Close() => await house.DisposeAsync();

    [Test]
    public async Task TheSumsAreDoneOnTheTableAlone()
    {
        var sent = await ForwardedAsync();
        var byHand = await house.PostAsync();
        house.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.That((await house.Desk.RunAsync("complaints", "delivered", byHand, "7654321", "--unverified", "--by", "Rina")).Exit, Is.Zero);
        var again = await InDoubtAsync();
        Assert.That((await house.Desk.RunAsync("unknown", "settle", again, "--not-delivered", "--reason", "tidak ada di pusat")).Exit, Is.Zero);
        await house.ForwardAsync(again);
        var doubtful = await InDoubtAsync();

        var table = await TableAsync();

        Assert.That(table.Faults(), Is.Empty);
        Assert.That(table.Delivered, Is.EqualTo(3));
        Assert.That((await house.Desk.RunAsync("complaints", "list", "--state", "delivered", "--json")).Output.Count(letter => letter == '\n'), Is.EqualTo(3));
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
        Assert.That((await house.Desk.RunAsync("unknown", "settle", number, "--not-delivered", "--reason", "tidak ada di pusat")).Exit, Is.Zero);
        await house.ForwardAsync(number);
        Assert.That((await TableAsync()).Faults(), Is.Empty);

        await house.Desk.DamageAsync(sql);

        Assert.That((await TableAsync()).Faults(), Does.Contain($"{number}: {fault}"));
    }

    private async Task<LogTable> TableAsync()
    {
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        var (exit, csv) = await house.Desk.RunAsync("audit", "log", "--from", "2026-01-01", "--lang", "en");
        Assert.That(exit, Is.Zero, csv);
        return LogTable.Read(csv);
    }

    private async Task<string> InDoubtAsync()
    {
        house.Simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.ErrorAfterStoring));
        var number = await ForwardedAsync();
        Assert.That((await house.Desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Unknown));
        house.Clock.Advance(TimeSpan.FromDays(2));
        return number;
    }

    private async Task<string> ForwardedAsync()
    {
        var number = await house.PostAsync();
        await house.ForwardAsync(number);
        return number;
    }
}
