using Gateway.Adapters.WhatsApp;
using Gateway.Contracts.Intake;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Adapters.WhatsApp;

internal sealed class WatchedFolderTests
{
    private readonly RecordingIntake _intake = new();
    private readonly RecordingBook _book = new();
    private string _home = "";
    private string _inbox = "";
    private ISource _source = null!;

    [SetUp]
    public void MakeFolder()
    {
        _intake.Log.Clear();
        _intake.Failure = _ => null;
        _book.Values.Clear();
        _home = Directory.CreateTempSubdirectory("gateway-wa").FullName;
        _inbox = Path.Combine(_home, "inbox", "wa");
        _source = Open("inbox/wa");
    }

    [TearDown]
    public async Task RemoveFolder()
    {
        await _source.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    [Test]
    public async Task TakesAFileOnlyWhenItStoodStillBetweenTwoLooks()
    {
        await Step();
        Drop("a.txt", "satu");
        Assert.That(await Step(), Is.EqualTo(new SourceStep(1, 0, TimeSpan.FromSeconds(10), Known: 0)));

        Drop("a.txt", "satu dua");
        Assert.That((await Step()).Taken, Is.Zero);

        Assert.That((await Step()).Taken, Is.EqualTo(1));
        Assert.That(_intake.Log, Is.EqualTo(new[] { "open dishub-wa folder", "accept inbox/wa/a.txt", "close" }));
        Assert.That(_book.Values.Keys.Single(), Does.Match("^file/[0-9a-f]{64}$"));
        Assert.That(File.Exists(Path.Combine(_inbox, "a.txt")));
    }

    [Test]
    public async Task TakesTheSameBytesOnceWhateverTheirNameAndAfterARestart()
    {
        await Take("a.txt", "satu");
        await Take("b.txt", "satu");
        _source = Open("inbox/wa");
        await Step();
        await Step();

        Assert.That(_intake.Log.Count(line => line.StartsWith("accept", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task TakesAFileAgainThatGrew()
    {
        await Take("a.txt", "satu");
        await Take("a.txt", "satu dua tiga");

        Assert.That(_book.Values, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task LeavesAFileUnrememberedWhenTheIntakeRefuses()
    {
        _intake.Failure = _ => new IntakeRefusedException("disk reserve");
        Drop("a.txt", "satu");
        await Step();

        Assert.That(Step, Throws.TypeOf<IntakeRefusedException>());
        Assert.That(_book.Values, Is.Empty);
        Assert.That(_intake.Log, Is.EqualTo(new[] { "open dishub-wa folder", "close" }));

        _intake.Failure = _ => null;
        Assert.That((await Step()).Taken, Is.EqualTo(1));
    }

    [Test]
    public async Task TakesTheRestWhenOneFileFails()
    {
        _intake.Failure = raw => raw.File.EndsWith("a.txt", StringComparison.Ordinal) ? new InvalidOperationException("boom") : null;
        Drop("a.txt", "satu");
        Drop("b.txt", "dua");
        await Step();

        Assert.That(Step, Throws.TypeOf<InvalidOperationException>());
        Assert.That(_intake.Log, Does.Contain("accept inbox/wa/b.txt"));
        Assert.That(_book.Values, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CreatesTheFolderInTheDataFolderAndSkipsWhatIsHiddenOrNoExport()
    {
        Assert.That((await Step()).Held, Is.Zero);
        Assert.That(Directory.Exists(_inbox));

        Drop(".a.txt", "x");
        Drop("foto.jpg", "x");
        await Step();
        Assert.That(await Step(), Is.EqualTo(new SourceStep(0, 0, TimeSpan.FromSeconds(10), Known: 0)));
    }

    [Test]
    public void TeachesWhenAFolderOutsideIsMissing()
    {
        _source = Open("/tidak/ada/wa");

        Assert.That(Step, Throws.TypeOf<SourceUnavailableException>().With.Message.Contains("mkdir -p '/tidak/ada/wa'"));
    }

    [Test]
    public void OpensNoSourceWithoutAFolder() =>
        Assert.That(new WhatsAppAdapter().OpenSource(Export.Channel(), Context()), Is.Null);

    private ISource Open(string folder) =>
        new WhatsAppAdapter().OpenSource(Export.Channel($$"""{"folder": "{{folder}}"}"""), Context())!;

    private SourceContext Context() => new(_home, name => name, new FakeTimeProvider());

    private Task<SourceStep> Step() => _source.StepAsync(_intake, _book, CancellationToken.None);

    private async Task Take(string name, string text)
    {
        Drop(name, text);
        await Step();
        await Step();
    }

    private void Drop(string name, string text)
    {
        Directory.CreateDirectory(_inbox);
        File.WriteAllText(Path.Combine(_inbox, name), text);
    }
}
