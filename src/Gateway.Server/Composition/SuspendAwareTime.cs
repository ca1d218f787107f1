using Gateway.Infrastructure.Central;

namespace Gateway.Server.Composition;

/// <summary>
/// The system's time with timestamps that go on while the machine sleeps: a send permit and a lease age in a suspend too.
/// </summary>
internal sealed class SuspendAwareTime : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => BootClock.Now().Ticks;
}
