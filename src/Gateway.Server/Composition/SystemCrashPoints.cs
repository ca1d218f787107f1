using System.Diagnostics;
using Gateway.Core;

namespace Gateway.Server.Composition;

/// <summary>
/// Kills this process with SIGKILL at the point named by <c>GATEWAY_CRASH_AT=&lt;point&gt;[:nth]</c>, only when <c>GATEWAY_TESTING=1</c>.
/// Otherwise does nothing.
/// </summary>
internal sealed class SystemCrashPoints : ICrashPoints
{
    private readonly CrashPoint? at;
    private int left;

    public SystemCrashPoints()
    {
        if (Environment.GetEnvironmentVariable("GATEWAY_TESTING") != "1") return;
        if (Environment.GetEnvironmentVariable("GATEWAY_CRASH_AT") is not { Length: > 0 } wish) return;
        var parts = wish.Split(':');
        at = Enum.Parse<CrashPoint>(parts[0], ignoreCase: true);
        left = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
    }

    public void Reach(CrashPoint point)
    {
        if (point != at || Interlocked.Decrement(ref left) != 0) return;
        Process.GetCurrentProcess().Kill();
        // SIGKILL arrives at any instruction from here on; nothing after this line may run.
        new ManualResetEventSlim().Wait();
    }
}
