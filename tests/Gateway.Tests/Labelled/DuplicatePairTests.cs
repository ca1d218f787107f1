namespace Gateway.Tests.Labelled;

/// <summary>How well the search does on the texts of another writer. The floors lie a little under what was measured; docs/duplicates.md has the figures.</summary>
internal sealed class DuplicatePairTests
{
    private const int MostCompared = 20;

    /// <summary>Names a file of pairs that are measured besides, for a set that nobody has tuned on.</summary>
    private const string OtherPairs = "GATEWAY_TEST_DUPLICATE_PAIRS";

    [TestCase("all", 0.95, 0.9, 0.15)]
    [TestCase("odd", 0.97, 0.92, 0.11)]
    [TestCase("even", 0.93, 0.88, 0.2)]
    public void FindsTheSameAndLeavesLookAlikes(string half, double recall, double withRetold, double linked)
    {
        var measure = new PairMeasure(DuplicatePair.Read(), pair => half == "all" || (half == "odd") == (pair.Id % 2 == 1), MostCompared);

        TestContext.Out.WriteLine($"{half}: {measure.Told}");
        Assert.That(measure.Recall, Is.AtLeast(recall), measure.Told);
        Assert.That(measure.WithRetold, Is.AtLeast(withRetold), measure.Told);
        Assert.That(measure.FalseHolds, Is.Zero, measure.Told);
        Assert.That(measure.FalseLinks, Is.AtMost(linked), measure.Told);
    }

    [Test]
    public void PrintsTheFiguresOfAnotherFile()
    {
        if (Environment.GetEnvironmentVariable(OtherPairs) is not { Length: > 0 } file) Assert.Ignore($"{OtherPairs} names no file of pairs.");
        else TestContext.Out.WriteLine($"{file}: {new PairMeasure(DuplicatePair.Read(file), _ => true, MostCompared).Told}");
    }
}
