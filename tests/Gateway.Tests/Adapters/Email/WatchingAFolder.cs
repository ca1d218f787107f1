using System.Text.Json.Nodes;
using Gateway.Adapters.Email;
using Gateway.Contracts.Intake;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Email;

internal sealed class WatchingAFolder
{
    private string folder = "";
    private IntakeRecorder intake = null!;
    private BookInMemory book = null!;

    [SetUp]
    public void Open()
    {
        folder = Directory.CreateTempSubdirectory("gateway-folder-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "surat", "new"));
        Directory.CreateDirectory(Path.Combine(folder, "surat", "cur"));
        intake = new IntakeRecorder();
        book = new BookInMemory();
    }

    [TearDown]
    public void Close() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task TakesAFileOnceItStoodStillBetweenTwoLooks()
    {
        await using var source = Source();
        Write("new/1", Letters.Mail("Sebagian"));
        await source.StepAsync(intake, book, CancellationToken.None);
        Write("new/1", Letters.Mail("Sebagian, lalu lengkap."));
        await source.StepAsync(intake, book, CancellationToken.None);
        Assert.That(intake.Accepted, Is.Empty);

        var step = await source.StepAsync(intake, book, CancellationToken.None);
        Assert.That((step.Held, step.Taken, step.Next), Is.EqualTo((1L, 1L, TimeSpan.FromSeconds(10))));
        Assert.That(intake.Accepted.Single().Raw.File, Is.EqualTo("new/1"));
        Assert.That(intake.ClosedRounds, Has.Count.EqualTo(1));
        Assert.That(File.Exists(Path.Combine(folder, "surat", "new", "1")), "the file stays where it is");
    }

    [Test]
    public async Task TakesNothingAgainWhenAMailProgramRenamesItOrTheGatewayRestarts()
    {
        Write("new/1", Letters.Mail());
        await using (var source = Source()) await Look(source, 2);
        File.Move(Path.Combine(folder, "surat", "new", "1"), Path.Combine(folder, "surat", "cur", "1:2,S"));
        await using (var source = Source()) await Look(source, 3);
        Assert.That(intake.Accepted, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task PassesOverWhatIsOlderThanTheCutOver()
    {
        Write("new/1", Letters.Mail());
        await using var source = Source(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        await Look(source, 3);
        Assert.That(intake.Accepted, Is.Empty);
        var passed = intake.Passed.Single();
        Assert.That((passed.KeyParts[0], passed.Item), Is.EqualTo(("file", "new/1")));

        book.Write("recover/file/" + passed.KeyParts[1], "wanted");
        await Look(source, 2);
        Assert.That(intake.Accepted.Single().Raw.Evidence["recover"], Is.EqualTo("1"));
    }

    [Test]
    public async Task CountsAFileThatFailsAndTriesItAgain()
    {
        Write("new/1", Letters.Mail());
        intake.OnAccept = _ => throw new InvalidDataException("poison");
        await using var source = Source();
        await Look(source, 1);
        var step = await source.StepAsync(intake, book, CancellationToken.None);
        Assert.That(step.Failed, Is.EqualTo(1));
        Assert.That(step.Trouble, Does.Match("^file 1: [A-Za-z]+Exception$"));
        intake.OnAccept = _ => { };
        Assert.That((await source.StepAsync(intake, book, CancellationToken.None)).Taken, Is.EqualTo(1));
    }

    [Test]
    public async Task SaysWhichFolderIsMissing()
    {
        Directory.Delete(Path.Combine(folder, "surat"), recursive: true);
        var fault = await Assert.ThrowsAsync<SourceUnavailableException>(() => Source().StepAsync(intake, book, CancellationToken.None));
        Assert.That(fault!.Message, Does.Contain("surat").And.Contain("email.path"));
    }

    private async Task Look(ISource source, int times)
    {
        for (var i = 0; i < times; i++) await source.StepAsync(intake, book, CancellationToken.None);
    }

    private void Write(string name, string mail) => File.WriteAllText(Path.Combine(folder, "surat", name), mail);

    private ISource Source(DateTimeOffset? cutOver = null)
    {
        var channel = Letters.Channel with { CutOver = cutOver, Settings = new JsonObject { ["path"] = "surat" } };
        return new EmailAdapter().OpenSource(channel, new SourceContext(folder, secret => secret, TimeProvider.System))!;
    }
}
