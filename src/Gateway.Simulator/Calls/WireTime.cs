using System.Globalization;

namespace Gateway.Simulator.Calls;

/// <summary>
/// Times as the centre writes them: without a zone. The simulator writes WIB (UTC+7), the time of Jakarta; the contract does not
/// know.
/// </summary>
internal static class WireTime
{
    /// <summary><c>dd-MM-yyyy HH:mm:ss</c>, the form of the follow-ups.</summary>
    public static string DayFirst(DateTimeOffset at) => Write(at, "dd-MM-yyyy HH:mm:ss");

    /// <summary><c>yyyy-MM-dd HH:mm:ss</c>, the form of the logs.</summary>
    public static string YearFirst(DateTimeOffset at) => Write(at, "yyyy-MM-dd HH:mm:ss");

    private static string Write(DateTimeOffset at, string format) =>
        at.ToOffset(TimeSpan.FromHours(7)).ToString(format, CultureInfo.InvariantCulture);
}
