using Gateway.Simulator;

namespace Gateway.Tests.Simulator;

public sealed class BookTests
{
    private string folder = "";

    private string Book => Path.Combine(folder, "pusat", "buku.jsonl");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("gateway-simulator-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task KeepsComplaintsFilesAndCountsOverARestart()
    {
        byte[] photo = [0xFF, 0xD8, 0, 10, 13, 0xFF];
        long first;
        await using (var centre = await Centre.OpenAsync(new SimulatorOptions { BookPath = Book }))
        {
            await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("foto.jpg", photo)));
            first = await centre.CreatedAsync(Centre.Complaint(attachments: "[1001]"));
        }

        await using var again = await Centre.OpenAsync(new SimulatorOptions { BookPath = Book });
        var second = await again.CreatedAsync();

        var kept = again.Simulator.Received[0];
        Assert.That(kept.Id, Is.EqualTo(first));
        Assert.That(kept.Fields.GetProperty("title").GetString(), Is.EqualTo("Lampu jalan padam di Jalan Kartini"));
        Assert.That(again.Simulator.ReadFile(kept.Attachments.Single().Id), Is.EqualTo(photo));
        Assert.That(second, Is.GreaterThan(first));
        Assert.That(again.Simulator.Doubled, Is.EqualTo(1));
        Assert.That(again.Simulator.OrphanFiles, Is.Zero);
    }

    [Test]
    public async Task HasTheComplaintOnDiskBeforeItAnswers()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { BookPath = Book });

        await centre.CreatedAsync();

        using var lines = new StreamReader(new FileStream(Book, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.That(await lines.ReadToEndAsync(), Does.Match("^\\{\"kind\":\"complaint\".*\\}\n$"));
    }

    [Test]
    public async Task DropsALineThatAPowerCutLeftHalfWritten()
    {
        await using (var centre = await Centre.OpenAsync(new SimulatorOptions { BookPath = Book }))
            await centre.CreatedAsync();
        await File.AppendAllTextAsync(Book, "{\"kind\":\"complaint\",\"id\":70");

        await using (var again = await Centre.OpenAsync(new SimulatorOptions { BookPath = Book }))
            await again.CreatedAsync();

        Assert.That(await File.ReadAllLinesAsync(Book), Has.Length.EqualTo(2).And.All.EndsWith("}"));
    }

    [Test]
    public async Task NamesTheLineOfABookItCannotRead()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Book)!);
        await File.WriteAllTextAsync(Book, "ini bukan buku\n");

        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => Centre.OpenAsync(new SimulatorOptions { BookPath = Book }));

        Assert.That(problem!.Message, Does.Contain("Line 1").And.Contain(Book));
    }

    [Test]
    public async Task IsNotOpenedByTwoSimulatorsAtOnce()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { BookPath = Book });

        await Assert.ThrowsAsync<IOException>(() => Centre.OpenAsync(new SimulatorOptions { BookPath = Book }));
    }

    [Test]
    public async Task WritesAConcurrentCrowdWithoutMixingLines()
    {
        await using (var centre = await Centre.OpenAsync(new SimulatorOptions { BookPath = Book }))
            await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => centre.CreatedAsync()));

        await using var again = await Centre.OpenAsync(new SimulatorOptions { BookPath = Book });
        Assert.That(again.Simulator.Received.Select(complaint => complaint.Id).Distinct().Count(), Is.EqualTo(40));
    }
}
