using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Bugs;

/// <summary>
/// The ledger opened a round, and its answer was lost three times. The source kept its mail, but the round counted as work at hand until the
/// next start, and nobody closed it. Found by the simulation.
/// </summary>
internal sealed class ARoundWhoseOpeningFailedIsClosedAllTheSame
{
    [Test]
    public void NoRoundStaysOpen()
    {
        var (world, call) = Schedule.PlayUntil("OpenRound", channel: 1);
        call.Happen();
        for (var lost = 0; lost < 3; lost++)
        {
            var opening = world.Pending.Single();
            world.Pending.Remove(opening);
            opening.Fail(new LedgerUnavailableException("simulated"));
        }

        Assert.That(world.Ledger.HasUnfinished);
        Schedule.ComeToRest(world);
        Assert.That(world.Ledger.HasUnfinished, Is.False);
    }
}
