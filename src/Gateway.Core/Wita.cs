namespace Gateway.Core;

/// <summary>The time zone in which a day is a day here: Asia/Makassar, UTC+8 without summer time.</summary>
public static class Wita
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day of a moment in East Kalimantan.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The same moment with the offset people here read.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(Offset);
}
