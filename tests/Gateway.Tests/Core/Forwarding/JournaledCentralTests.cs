using System.Text.Json.Nodes;
using Gateway.Core.Destinations;
using Gateway.Core.Forwarding;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Core.Forwarding;

/// <summary>No create without its line in the journal.</summary>
internal sealed class JournaledCentralTests
{
    private readonly List<string> _happened = [];

    [SetUp]
    public void Forget() => _happened.Clear();

    [Test]
    public async Task TheLineStandsBeforeTheCallAndItsEndAfter()
    {
        var answer = await CreateAsync(new Journal(_happened, Works: true));

        Assert.That(answer.Id, Is.EqualTo("7000001"));
        Assert.That(_happened, Is.EqualTo(new[] { "line  ", "call", "line Done 7000001" }));
    }

    [Test]
    public async Task WithoutALineNothingIsSent()
    {
        var logged = new LoggedLines();

        var answer = await CreateAsync(new Journal(_happened, Works: false), logged);

        Assert.That(logged.Written.Single(), Does.EndWith("nothing is sent: JournalUnavailableException: full"), "and nothing more of the exception");
        Assert.That(answer.Kind, Is.EqualTo(CentralAnswerKind.NotSent));
        Assert.That(AnswerTable.Classify(CentralCall.Create, answer), Is.EqualTo(AttemptOutcome.NotSent).Or.EqualTo(AttemptOutcome.Unavailable));
        Assert.That(_happened, Is.Empty);
    }

    [Test]
    public void ACreateHasNoWordOfAnOrigin() =>
        Assert.That(
            System.Text.Json.JsonSerializer.Serialize(new JournalEntry(DateTimeOffset.UnixEpoch, "G1", "default", null, null), Gateway.Contracts.ContractJson.Options),
            Is.EqualTo("""{"at":"1970-01-01T00:00:00+00:00","number":"G1","destination":"default","outcome":null,"centralId":null,"inPlaceOf":null}"""), "or the checks of older journals would not hold");

    private Task<CentralAnswer> CreateAsync(Journal journal, LoggedLines? logged = null) =>
        new JournaledCentral(new Centre(_happened), journal, new SimulatedLedger(), TimeProvider.System, new Logger<JournaledCentral>(new LoggerFactory([logged ?? new LoggedLines()]))).CreateAsync(
            new Destination { Key = "default" }, new Submission("G1", new JsonObject()), TimeSpan.FromSeconds(35), CancellationToken.None);

    private sealed record Journal(List<string> Happened, bool Works) : IDeliveryJournal
    {
        public Task AppendAsync(JournalEntry entry)
        {
            if (!Works) throw new JournalUnavailableException("full");
            Happened.Add($"line {entry.Outcome} {entry.CentralId}");
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<JournaledCreate>> CreatesOfAsync(IReadOnlyList<string> numbers) => Task.FromResult<IReadOnlyList<JournaledCreate>>([]);
    }

    private sealed class Centre(List<string> happened) : ICentral
    {
        public Task<CentralAnswer> CreateAsync(Destination destination, Submission submission, TimeSpan notSentAfter, CancellationToken ct)
        {
            happened.Add("call");
            return Task.FromResult(new CentralAnswer { Kind = CentralAnswerKind.Answered, Status = 200, Id = "7000001", Readable = true });
        }

        public Task<CentralAnswer> UploadAsync(Destination destination, IReadOnlyList<UploadFile> files, TimeSpan notSentAfter, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> HandOnAsync(Destination destination, HandOn handOn, TimeSpan notSentAfter, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> PostFollowUpAsync(Destination destination, FollowUpPost post, TimeSpan notSentAfter, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> ReadFollowUpsAsync(Destination destination, string centralId, string? page, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> ReadAsync(Destination destination, string centralId, CancellationToken ct) => throw new NotSupportedException();

        public Task<CentralAnswer> ProbeAsync(Destination destination, CancellationToken ct) => throw new NotSupportedException();
    }
}
