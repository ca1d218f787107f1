using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Simulation;

/// <summary>The whole of Core in simulated worlds that fail at every step.</summary>
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
}
