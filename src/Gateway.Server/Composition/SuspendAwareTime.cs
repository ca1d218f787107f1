using System.Runtime.InteropServices;

namespace Gateway.Server.Composition;

/// <summary>
/// The system's time with timestamps that go on while the machine sleeps (CLOCK_BOOTTIME): a send permit and a lease age in a suspend
/// too. Stopwatch stands still there.
/// </summary>
internal sealed partial class SuspendAwareTime : TimeProvider
{
    private const int ClockBootTime = 7;

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp()
    {
        if (Read(ClockBootTime, out var now) != 0) throw new InvalidOperationException("CLOCK_BOOTTIME cannot be read.");
        return (now.Seconds * TimestampFrequency) + now.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Read(int clock, out TimeSpec now);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
