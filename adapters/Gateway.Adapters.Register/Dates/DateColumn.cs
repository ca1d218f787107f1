namespace Gateway.Adapters.Register.Dates;

/// <summary>How the days of one column are to be read, learnt from all of its rows.</summary>
/// <param name="Order">Which number is the day.</param>
/// <param name="AreMomentsSuspect">
/// A spreadsheet set to English took <c>03/04/2026</c> for 4 March and left <c>13/04/2026</c> a text: then no moment has a day over 12.
/// </param>
/// <param name="Year">The one year the title or the other rows name; null when they name none or several.</param>
internal sealed record DateColumn(DayOrder Order, bool AreMomentsSuspect, int? Year)
{
    public static DateColumn Plain { get; } = new(DayOrder.DayFirst, false, null);

    /// <summary>Reads one cell of the column.</summary>
    /// <param name="text">As shown.</param>
    /// <param name="moment">What the file knows it to be, if it does.</param>
    public DateReading Read(string text, DateTime? moment)
    {
        if (moment is { } known)
        {
            var isUnclear = AreMomentsSuspect && known.Day <= 12 && known.Day != known.Month;
            return isUnclear ? DateReading.Unclear : new DateReading(known, null, null);
        }

        if (CellDate.Numbers(text) is var (first, second, year)) return OfNumbers(text, first, second, year);
        if (CellDate.Day(text) is { } day) return At(day, text);
        if (CellDate.Serial(text) is { } serial) return new DateReading(serial, null, null);
        if (Year is not { } inferred || CellDate.WithoutYear(text, inferred) is not { } whole) return DateReading.Unreadable;
        var reading = Read(whole, null);
        return reading.Moment is null ? reading : reading with { Derived = "year" };
    }

    private DateReading OfNumbers(string text, int first, int second, int year)
    {
        var dayFirst = CellDate.Day(year, second, first);
        var monthFirst = Order == DayOrder.DayFirst ? null : CellDate.Day(year, first, second);
        if (dayFirst is not null && monthFirst is not null && dayFirst != monthFirst)
            return Order == DayOrder.Unclear ? DateReading.Unclear : At(monthFirst.Value, text);
        return (dayFirst ?? monthFirst) is { } day ? At(day, text) : DateReading.Unreadable;
    }

    private static DateReading At(DateOnly day, string text) => new(day.ToDateTime(TimeOnly.MinValue) + CellDate.Time(text), null, null);
}
