using Gateway.Infrastructure.Central;

namespace Gateway.Tests.Infrastructure.Central;

internal sealed class BootClockTests
{
    [Test]
    public void CountsOnAndAgreesWithTheKernel()
    {
        var first = BootClock.Now();
        var uptime = double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(first.TotalSeconds, Is.EqualTo(uptime).Within(2));
        Assert.That(BootClock.Now(), Is.GreaterThanOrEqualTo(first));
    }
}
