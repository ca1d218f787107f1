using Gateway.Core.Intake;

namespace Gateway.Tests.Core.Intake;

/// <summary>What is wrong with one item is a person's; what is wrong with the house is tried again.</summary>
internal sealed class FaultOfItemTests
{
    [Test]
    public void TheFirstOfNoneIsAFaultOfTheItem() =>
        Assert.That(FaultOfItem.Is(Assert.Throws<InvalidOperationException>(() => _ = Array.Empty<int>().First())!), Is.True);

    [Test]
    public void APoolThatIsUsedUpIsNone() =>
        Assert.That(FaultOfItem.Is(Assert.Throws<InvalidOperationException>(() => throw new InvalidOperationException("Timeout expired."))!), Is.False);
}
