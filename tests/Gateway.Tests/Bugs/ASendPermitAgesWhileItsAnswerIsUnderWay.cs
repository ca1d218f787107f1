using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Bugs;

/// <summary>
/// The permit was committed, then the machine slept for hours before Core saw the answer; meanwhile a person could settle the complaint as
/// not delivered. The forwarder then sent it all the same, with a fresh 35 s. Found by the simulation.
/// </summary>
internal sealed class ASendPermitAgesWhileItsAnswerIsUnderWay
{
    [Test]
    public void NothingLeavesOnAnOldPermit()
    {
        var (world, begin) = Schedule.PlayUntil("Begin");
        begin.Happen();
        world.Clock.AdvanceTo(world.Clock.Now + TimeSpan.FromHours(3));
        world.Pending.Remove(begin);
        begin.Answer();

        Assert.That(world.Pending.Select(call => call.Name), Has.None.EqualTo("Create"));
        Assert.That(world.Ledger.Complaints.Single().State, Is.EqualTo(ComplaintState.Forwarding));
    }
}
