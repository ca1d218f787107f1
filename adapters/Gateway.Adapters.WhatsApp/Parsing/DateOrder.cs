namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>In which order a header writes its date. It follows the phone's region, not its language.</summary>
internal enum DateOrder
{
    /// <summary><c>26/11/22</c>, Indonesia and most of the world.</summary>
    DayMonthYear,

    /// <summary><c>11/26/22</c>, the region United States.</summary>
    MonthDayYear,

    /// <summary><c>2022-11-26</c>; month before day, as in <see cref="MonthDayYear"/>.</summary>
    YearMonthDay,
}
