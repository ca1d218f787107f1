using System.Runtime.CompilerServices;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>The beginning of a line that reads like a header, before it is known in which order day and month stand.</summary>
/// <param name="Shape">How it is written.</param>
/// <param name="Year">Gregorian year, 4 digits.</param>
/// <param name="First">Of day and month the number that stands first.</param>
/// <param name="Second">The other one.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="Second60">Second of the minute, 0 when not written.</param>
/// <param name="BodyStart">Where in the line the sender or the system text begins.</param>
internal readonly record struct HeaderCandidate(
    HeaderShape Shape,
    int Year,
    int First,
    int Second,
    int Hour,
    int Minute,
    int Second60,
    int BodyStart)
{
    /// <summary>There is such a day under at least one order.</summary>
    public bool IsDay => TryAt(DateOrder.DayMonthYear, out _) || TryAt(DateOrder.MonthDayYear, out _);

    /// <summary>The moment under an order; false when there is no such day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryAt(DateOrder order, out DateTime at)
    {
        var (day, month) = order == DateOrder.DayMonthYear ? (First, Second) : (Second, First);
        at = default;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(Year, month)) return false;
        at = new DateTime(Year, month, day, Hour, Minute, Second60, DateTimeKind.Unspecified);
        return true;
    }
}
