namespace Gateway.Core;

/// <summary>The time zone in which a day is a day here: Asia/Makassar, UTC+8 without summer time.</summary>
public static class Wita
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day of a moment in East Kalimantan.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The first whole minute that is not earlier: what people type and read has no seconds.</summary>
    public static DateTimeOffset NextMinute(DateTimeOffset moment) => moment.Ticks % TimeSpan.TicksPerMinute is var over and > 0 ? moment.AddTicks(TimeSpan.TicksPerMinute - over) : moment;

    /// <summary>The same moment with the offset people here read.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(Offset);
}
