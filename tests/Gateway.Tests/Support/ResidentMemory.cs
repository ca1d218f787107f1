using System.Globalization;

namespace Gateway.Tests.Support;

/// <summary>Memory of a process as the system counts it, from <c>/proc/PID/status</c>, in bytes; 0 once it has ended.</summary>
internal static class ResidentMemory
{
    /// <summary>What it holds now (VmRSS).</summary>
    public static long Now(int process) => Read(process, "VmRSS:");

    /// <summary>The most it ever held since it began (VmHWM).</summary>
    public static long Peak(int process) => Read(process, "VmHWM:");

    private static long Read(int process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(candidate => candidate.StartsWith(name, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
