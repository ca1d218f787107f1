using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Infrastructure.Central;
using Gateway.Server.Composition;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Operations;

/// <summary>What the delivery journal hears of a number that a person brings: its own end, and nothing about a create.</summary>
internal sealed class DeliverByHandTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly List<JournalEntry> _lines = [];
    private DeskHouse _desk = null!;

    [SetUp]
    public async Task Open()
    {
        _lines.Clear();
        _desk = await DeskHouse.OpenAsync(destination: "{key: default, kind: manual}");
    }

    [TearDown]
    public async Task Close() => await _desk.DisposeAsync();

    [Test]
    public async Task ARefusedNumberEndsItsOwnBeginAlone()
    {
        var (first, second) = (await PostAsync("Kartini"), await PostAsync("Antasari"));
        await DeliverAsync(first, () => Task.CompletedTask);

        var result = await DeliverAsync(second, () => Task.CompletedTask);

        Assert.That(result.Code, Is.EqualTo("id-taken"));
        Assert.That(_lines.Select(line => (line.Number, line.Outcome, line.ByHand)), Is.EqualTo(new (string, AttemptOutcome?, bool)[]
        {
            (first, null, true), (first, AttemptOutcome.Done, true), (second, null, true), (second, AttemptOutcome.NotSent, true),
        }));
        Assert.That(_lines.Select(line => line.Attempt).Distinct().Count(), Is.EqualTo(2));
    }

    [TestCase("UPDATE complaints SET state = 'unknown'")]
    [TestCase("UPDATE complaints SET state = 'forwarding', lease_token = 'x'")]
    public async Task NoEndIsWrittenWhenACreateBeganMeanwhile(string meanwhile)
    {
        var number = await PostAsync("Kartini");

        var result = await DeliverAsync(number, () => _desk.DamageAsync(meanwhile));

        Assert.That(result.Code, Is.EqualTo("not-allowed"));
        Assert.That(_lines.Select(line => line.Outcome), Is.EqualTo(new AttemptOutcome?[] { null }));
    }

    [Test]
    public async Task TheSameAgainWritesWhatTheJournalMisses()
    {
        var number = await PostAsync("Kartini");
        await DeliverAsync(number, () => Task.CompletedTask);
        _lines.Clear();

        Assert.That((await DeliverAsync(number, () => Task.CompletedTask)).Code, Is.EqualTo("not-allowed"));

        Assert.That(_lines.Select(line => (line.Outcome, line.CentralId)), Is.EqualTo(new (AttemptOutcome?, string?)[] { (null, null), (AttemptOutcome.Done, "7000123") }));
    }

    private Task<string> PostAsync(string street) => _desk.PostAsync($$"""{"isi":"Lampu jalan di Jl. {{street}} depan SDN 003 mati sejak Senin, gelap sekali."}""");

    private async Task<OperationResult> DeliverAsync(string number, Func<Task> meanwhile)
    {
        var house = _desk.House;
        using var central = new CentralClient(Secrets.Resolve, house.Time);
        return await new DeliverByHand(house.Move, house.Ledger, new Journal(_lines, meanwhile), house.Identifiers, house.Time)
            .ExecuteAsync(number, "7000123", new Officer("Rina", null), house.ReadAt(central), onWord: false, Ct);
    }

    /// <summary>Something happens while its first line is written.</summary>
    private sealed record Journal(List<JournalEntry> Lines, Func<Task> Meanwhile) : IDeliveryJournal
    {
        public Task AppendAsync(JournalEntry entry)
        {
            Lines.Add(entry);
            return entry.Outcome is null ? Meanwhile() : Task.CompletedTask;
        }

        public Task<IReadOnlyList<JournaledCreate>> CreatesOfAsync(IReadOnlyList<string> numbers) => Task.FromResult<IReadOnlyList<JournaledCreate>>([]);
    }
}
