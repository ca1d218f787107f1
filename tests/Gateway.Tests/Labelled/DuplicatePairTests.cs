namespace Gateway.Tests.Labelled;

/// <summary>How well the search does on the texts of another writer. The floors lie a little under what was measured; docs/duplicates.md has the figures.</summary>
internal sealed class DuplicatePairTests
{
    private const int MostCompared = 20;

    [TestCase("all", 0.88, 0.76, 0.28)]
    [TestCase("odd", 0.85, 0.74, 0.26)]
    [TestCase("even", 0.88, 0.77, 0.32)]
    public void FindsTheSameAndLeavesLookAlikes(string half, double recall, double withRetold, double held)
    {
        var measure = PairMeasure.Of(pair => half == "all" || (half == "odd") == (pair.Id % 2 == 1), MostCompared);

        TestContext.Out.WriteLine($"{half}: recall {measure.Recall:P1}, with retold {measure.WithRetold:P1}, look-alikes held {measure.Held:P1}\n{measure.Told}");
        Assert.That(measure.Recall, Is.AtLeast(recall), measure.Told);
        Assert.That(measure.WithRetold, Is.AtLeast(withRetold), measure.Told);
        Assert.That(measure.Held, Is.AtMost(held), measure.Told);
    }
}
