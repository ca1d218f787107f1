using Gateway.Core.Audit;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Suites;

// The delivery log.
public abstract partial class LedgerSuite
{
    private static LogQuery Whole => new() { From = Some.Noon.AddDays(-1), Until = Some.Noon.AddDays(1), Limit = 100 };

    [Test]
    public async Task TheLogHoldsEachEventAndEachAttemptOnceWhateverThePage()
    {
        var delivered = await EndedAsync(AttemptOutcome.Done, ComplaintState.Delivered, "7000001");
        var held = await HeldAsync();

        foreach (var page in new[] { 1, 2, 3, 100 })
        {
            var lines = new List<DeliveryLine>();
            await foreach (var line in new DeliveryLog(Ledger).ReadAsync(Whole with { Limit = page }, Ct)) lines.Add(line);

            foreach (var row in new[] { delivered, held })
            {
                var events = (await Ledger.EventsAsync(row.Number, Ct)).Select(happened => happened.Id);
                Assert.That(lines.Where(line => line.Number == row.Number).Select(line => line.Happened?.What.Id).OfType<string>(), Is.EquivalentTo(events), $"page {page}");
                var attempts = (await Ledger.AttemptsAsync(row.Number, Ct)).Select(attempt => attempt.Id);
                Assert.That(lines.Where(line => line.Number == row.Number).Select(line => line.Called?.What.Id).OfType<string>(), Is.EquivalentTo(attempts), $"page {page}");
            }

            var call = lines.Single(line => line.Called is not null).Called!;
            Assert.That((call.What.Outcome, call.CentralId, call.Agency, call.Channel), Is.EqualTo((AttemptOutcome.Done, "7000001", delivered.Agency, delivered.Channel)));
        }
    }

    [Test]
    public async Task TheLogIsNarrowedByTimeAgencyAndState()
    {
        var ours = await RecordedAsync();
        var others = await RecordedAsync(agency: "dlh");
        await MovedAsync(Some.Move(others, ComplaintState.Held, ActorKind.Rule));

        async Task<IEnumerable<string>> NumbersAsync(LogQuery query) => (await Ledger.LoggedEventsAsync(query, Ct)).Select(line => line.What.Number).Distinct();

        Assert.That(await NumbersAsync(Whole), Is.EquivalentTo(new[] { ours.Number, others.Number }));
        Assert.That(await NumbersAsync(Whole with { Agency = "dlh" }), Is.EqualTo(new[] { others.Number }));
        Assert.That(await NumbersAsync(Whole with { State = ComplaintState.Recorded }), Is.EqualTo(new[] { ours.Number }));
        Assert.That(await NumbersAsync(Whole with { Until = Whole.From }), Is.Empty);
        Assert.That(await NumbersAsync(Whole with { From = Whole.Until }), Is.Empty);
    }

    [Test]
    public async Task TheLogHidesWhatOnlyAPenelaahMaySee()
    {
        var accuses = await RecordedAsync(Some.Complaint() with { Supervised = true });

        Assert.That((await Ledger.LoggedEventsAsync(Whole, Ct)).Single().Supervised, Is.True);
        Assert.That(await Ledger.LoggedEventsAsync(Whole with { HidesSupervised = true }, Ct), Is.Empty);
        Assert.That(accuses.Supervised, Is.True);
    }
}
