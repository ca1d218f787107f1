using System.Diagnostics;
using System.Runtime.InteropServices;
using Gateway.Core;

namespace Gateway.Server.Composition;

/// <summary>
/// Kills this process with SIGKILL at the point named by <c>GATEWAY_CRASH_AT=&lt;point&gt;[:nth]</c>, or stops it with SIGSTOP at that of
/// <c>GATEWAY_FREEZE_AT</c>, only when <c>GATEWAY_TESTING=1</c>. Otherwise does nothing.
/// </summary>
internal sealed class SystemCrashPoints : ICrashPoints
{
    private const int Stop = 19;

    private readonly Wish? crash = Wish.Of("GATEWAY_CRASH_AT");
    private readonly Wish? freeze = Wish.Of("GATEWAY_FREEZE_AT");

    public void Reach(CrashPoint point)
    {
        // From here on it does nothing until somebody sends SIGCONT, which may be hours later.
        // To this thread, which does not return from it: one to the process is taken by another thread, and on a busy machine late.
        if (freeze?.IsReached(point) == true) _ = Raise(Stop);
        if (crash?.IsReached(point) != true) return;
        Process.GetCurrentProcess().Kill();
        // SIGKILL arrives at any instruction from here on; nothing after this line may run.
        new ManualResetEventSlim().Wait();
    }

    [DllImport("libc", EntryPoint = "raise", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Raise(int signal);

    private sealed class Wish(CrashPoint at, int nth)
    {
        private int left = nth;

        public static Wish? Of(string variable)
        {
            if (Environment.GetEnvironmentVariable("GATEWAY_TESTING") != "1" || Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } wish) return null;
            var parts = wish.Split(':');
            return new Wish(
                Enum.Parse<CrashPoint>(parts[0], ignoreCase: true), parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1);
        }

        public bool IsReached(CrashPoint point) => point == at && Interlocked.Decrement(ref left) == 0;
    }
}
