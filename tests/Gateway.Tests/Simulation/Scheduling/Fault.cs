namespace Gateway.Tests.Simulation.Scheduling;

/// <summary>Names of the faults that are no way of a single seam, as the table of coverage prints them.</summary>
internal static class Fault
{
    /// <summary>The process dies: at a crash point, or while the call is under way.</summary>
    public const string Crash = "crash";

    /// <summary>The process is stopped while the call is under way, and goes on later.</summary>
    public const string Stopped = "stopped";

    /// <summary>The database is away for a while.</summary>
    public const string DatabaseAway = "database-away";

    /// <summary>The disk is full for a while.</summary>
    public const string DiskFull = "disk-full";

    /// <summary>The calendar is set hours ahead or back while the call is under way.</summary>
    public const string ClockSet = "clock-set";
}
