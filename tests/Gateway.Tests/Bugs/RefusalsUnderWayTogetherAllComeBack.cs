using Gateway.Core.Destinations;

namespace Gateway.Tests.Bugs;

/// <summary>
/// Of several creates refused together only those already parked came back to the queue when the third paused the destination; a fourth
/// stayed parked.
/// </summary>
internal sealed class RefusalsUnderWayTogetherAllComeBack
{
    [Test]
    public void ThePausedDestinationRemembersWhomItReturnsUntilItIsOpened()
    {
        var row = new DestinationRow { Key = "default", State = DestinationState.Open };
        foreach (var number in new[] { "G1", "G2" }) row = DestinationRules.AfterRefusal(row, new Refusal(number, 422), out _);
        Assert.That(DestinationRules.Returns(row, "G1"), Is.False, "two are chance");

        row = DestinationRules.AfterRefusal(row, new Refusal("G3", 422), out var returned);
        Assert.That(returned, Is.EqualTo(new[] { "G1", "G2" }));
        Assert.That(new[] { "G1", "G2", "G3" }.Select(number => DestinationRules.Returns(row, number)), Is.All.True);

        row = DestinationRules.AfterRefusal(row, new Refusal("G4", 422), out returned);
        Assert.That((row.State, returned), Is.EqualTo((DestinationState.Paused, new[] { "G1", "G2", "G3" })), "it was under way when the third came back");
        Assert.That(DestinationRules.Returns(DestinationRules.Opened(row, Support.Some.Opener), "G1"), Is.False);
    }
}
