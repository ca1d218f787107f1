namespace Gateway.Core.ServiceClock;

/// <summary>
/// Monday to Friday without national holidays and joint leave (cuti bersama), in East Kalimantan. A year of which no holidays are known
/// is counted as if it had none, and said so, since a deadline too early is better than none. Pure.
/// </summary>
public sealed class WorkingDays
{
    private readonly HashSet<DateOnly> holidays;
    private readonly HashSet<int> years;

    /// <param name="holidays">Days off, of whole years: a year counts as known when it holds at least one.</param>
    public WorkingDays(IEnumerable<DateOnly> holidays)
    {
        this.holidays = [.. holidays];
        years = [.. this.holidays.Select(day => day.Year)];
    }

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>True when the holidays of the year are known; if not, an operator must add them.</summary>
    public bool Knows(int year) => years.Contains(year);

    /// <summary>The last day to do something within so many working days; the day itself does not count.</summary>
    /// <param name="from">Day on which the time begins.</param>
    /// <param name="days">Working days, 0 or more.</param>
    public DateOnly After(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>Working days behind <paramref name="from"/> up to and including <paramref name="to"/>; 0 when it is not later.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }
}
