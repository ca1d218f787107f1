using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Gateway.Infrastructure.Central;

/// <summary>
/// Time since boot, suspend included. The monotonic clock of the framework stands still while a machine sleeps, so a call could wake
/// up after its lease is long over and still believe itself in time.
/// </summary>
public static class BootClock
{
    private const int ClockBootTime = 7;

    /// <summary>Time since the machine started.</summary>
    public static TimeSpan Now()
    {
        // Elsewhere the tick count includes sleep already.
        if (!OperatingSystem.IsLinux()) return TimeSpan.FromMilliseconds(Environment.TickCount64);
        if (ClockGetTime(ClockBootTime, out var time) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100);
    }

    [DllImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
