using Gateway.Core.Destinations;
using Gateway.Core.Ledger;
using Gateway.Tests.Simulation.Scheduling;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A destination was paused between the admission of a complaint and its claim. The forwarder read the paused row, to see how many may go at
/// once, and claimed all the same. Found by the simulation.
/// </summary>
internal sealed class APauseIsSeenUpToTheClaim
{
    [Test]
    public async Task NothingIsClaimedOfAPausedDestination()
    {
        var (world, slot) = Schedule.PlayUntil("WriteDestination");
        slot.Happen();
        var open = world.Ledger.Destination("default")!;
        await world.Ledger.WriteAsync(open with { State = DestinationState.Paused }, default);
        for (var call = slot; call is not null; call = world.Pending.FirstOrDefault())
        {
            world.Pending.Remove(call);
            if (!call.IsDone) call.Happen();
            call.Answer();
        }

        Assert.That(world.Ledger.Complaints.Single().State, Is.EqualTo(ComplaintState.Queued));
    }
}
