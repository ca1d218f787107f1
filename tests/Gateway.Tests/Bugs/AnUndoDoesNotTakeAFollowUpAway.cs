using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Gates;
using Gateway.Core.Ledger;
using Gateway.Core.Operations;
using Gateway.Tests.Simulation.Parts;
using Gateway.Tests.Simulation.Scheduling;
using Gateway.Tests.Support;

namespace Gateway.Tests.Bugs;

/// <summary>
/// A part of a split had been released, its reporter wrote once more, and it was held again. Taking the split back discarded the part, and
/// what had followed it with it. Found while the simulation learned to split.
/// </summary>
internal sealed class AnUndoDoesNotTakeAFollowUpAway
{
    private static readonly Officer Officer = new("Ibu Sari", "ternyata satu perkara");

    [Test]
    public async Task APartThatSomethingFollowedStays()
    {
        var (world, _) = Schedule.PlayUntil("Move", channel: 3);
        Schedule.ComeToRest(world);
        var whole = world.Ledger.Complaints.Single();
        var split = new SplitComplaint(new Regrouper(world.Ledger, new NodePayloads(world.Nodes[0]), world.Vault, world.Identifiers, world.Clock));
        var (_, parts) = await split.ExecuteAsync(
            whole.Number, whole.Version, [Matter.Written("Lampu jalan mati."), Matter.Written("Sampah menumpuk.")], Officer, default);
        Schedule.ComeToRest(world);
        await MoveAsync(world, parts[0], ComplaintState.Queued);
        var followUp = Some.BareItem(ItemOutcome.FollowUp, new Reason("thread-reply")) with { Follows = parts[0], FollowUp = [1, 2, 3] };
        await world.Ledger.RecordAsync(null, [followUp], null, default);
        await MoveAsync(world, parts[0], ComplaintState.Held);

        var result = await split.UndoAsync(whole.Number, Officer, default);

        Assert.That((result.Done, result.Code), Is.EqualTo((false, "part-has-grown")));
        Assert.That(world.Ledger.Complaint(parts[0])!.State, Is.EqualTo(ComplaintState.Held));
    }

    private static async Task MoveAsync(World world, string number, ComplaintState to) =>
        Assert.That(await world.Ledger.MoveAsync(Some.Move(world.Ledger.Complaint(number)!, to), default), Is.EqualTo(MoveResult.Done));
}
