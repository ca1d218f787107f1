using Gateway.Adapters.Register;
using Gateway.Contracts.Intake;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.Register;

internal sealed class WatchingRegisters
{
    private readonly IntakeRecorder _intake = new();
    private readonly BookInMemory _book = new();
    private string _home = "";

    [SetUp]
    public void MakeFolder() => _home = Directory.CreateTempSubdirectory("gateway-register").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_home, recursive: true);

    [Test]
    public async Task TakesWorkbooksAndTextsOnceAndAgainWhenTheMapChanges()
    {
        var inbox = Directory.CreateDirectory(Path.Combine(_home, "inbox", "buku")).FullName;
        File.WriteAllBytes(Path.Combine(inbox, "Juni.xlsx"), new XlsxFile().Sheet("A", ["Isi|Nama", "a|b"]).Bytes());
        File.WriteAllText(Path.Combine(inbox, "Mei.csv"), "Isi;Nama\na;b\n");
        File.WriteAllText(Path.Combine(inbox, "Lama.xls"), "x");
        File.WriteAllText(Path.Combine(inbox, "~$Juni.xlsx"), "x");
        File.WriteAllText(Path.Combine(inbox, "foto.jpg"), "x");

        await Look("""{"folder":"inbox/buku"}""");
        await Look("""{"folder":"inbox/buku"}""");
        Assert.That(Taken(), Is.EqualTo(new[] { "inbox/buku/Juni.xlsx", "inbox/buku/Lama.xls", "inbox/buku/Mei.csv" }));

        await Look("""{"folder":"inbox/buku","map":{"isi":"Nama"}}""");
        Assert.That(Taken(), Has.Count.EqualTo(6));
    }

    [Test]
    public void ARegisterThatIsSavedWhileItIsReadStaysAsItWasTaken()
    {
        var file = Path.Combine(_home, "buku.csv");
        File.WriteAllText(file, "Isi;Nama\nlampu mati;a\n");
        var taken = new RegisterAdapter().Read(file).Single();

        File.WriteAllText(file, "Isi;Nama\njalan rusak;b\n");

        using var reader = new StreamReader(taken.Content.Open());
        Assert.That(reader.ReadToEnd(), Does.Contain("lampu mati").And.Not.Contain("jalan rusak"));
    }

    [Test]
    public void IsNotWatchedUnlessItSaysWhere() =>
        Assert.That(new RegisterAdapter().OpenSource(Registers.Channel(), new SourceContext(_home, _ => "", TimeProvider.System)), Is.Null);

    private List<string> Taken() => [.. _intake.Accepted.Select(item => item.Raw.File.Replace('\\', '/'))];

    private async Task Look(string settings)
    {
        Assert.That(new RegisterAdapter().Check(Registers.Channel(settings)), Is.Empty);
        await using var source = new RegisterAdapter().OpenSource(Registers.Channel(settings), new SourceContext(_home, _ => "", TimeProvider.System))!;
        await source.StepAsync(_intake, _book, CancellationToken.None);
        await source.StepAsync(_intake, _book, CancellationToken.None);
    }
}
