using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation;

/// <summary>The simulated world itself: it works when nothing fails, and the same choices are the same world.</summary>
[Category("Simulation")]
internal sealed class SimulationTests
{
    [Test]
    public void AWorldWithoutFaultsDeliversItsComplaint()
    {
        var trace = new List<string>();
        var verdict = Schedule.Play(Choices.Of([]), Mutant.None, trace);
        Assert.That(verdict.Broken, Is.Null, string.Join('\n', trace));
        Assert.That(trace, Has.Some.Contains("the centre stores"), string.Join('\n', trace));
    }

    [TestCase(7)]
    [TestCase(1007)]
    public void TheSameChoicesAreTheSameWorld(int seed)
    {
        List<string> first = [], again = [];
        var verdict = Schedule.Play(Choices.OfSeed(seed), Mutant.None, first);
        Schedule.Play(Choices.Of(verdict.Choices), Mutant.None, again);
        Assert.That(again, Is.EqualTo(first));
    }

    /// <summary>Plays a list of choices that once broke a promise; it must hold now.</summary>
    internal static void Replay(params int[] choices)
    {
        var trace = new List<string>();
        var verdict = Schedule.Play(Choices.Of(choices), Mutant.None, trace);
        Assert.That(verdict.Broken, Is.Null, string.Join('\n', trace));
    }
}
