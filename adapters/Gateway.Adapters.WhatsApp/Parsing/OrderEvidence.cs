using System.Globalization;

namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>
/// Weighs whether an export writes day or month first: a number over 12 can only be a day, and a chat runs forward in time, so the
/// wrong order jumps back. Single pasted or unordered lines do not decide against four times as many.
/// </summary>
internal sealed class OrderEvidence(HeaderShape shape)
{
    private const int Outweighs = 4;

    private int _headers;
    private int _onlyDayFirst;
    private int _onlyMonthFirst;
    private int _backDayFirst;
    private int _backMonthFirst;
    private DateTime _lastDayFirst;
    private DateTime _lastMonthFirst;
    private string? _example;
    private (int Year, int First, int Second) _last;
    private bool _lastIsDay;
    private DateOrder? _onlyAs;

    /// <summary>Weighs some headers of one date that follow each other.</summary>
    public void Add(in HeaderCandidate first, int count)
    {
        var day = (first.Year, first.First, first.Second);
        if (!_lastIsDay || day != _last) Turn(first, day);
        if (!_lastIsDay) return;
        _headers += count;
        if (_onlyAs is DateOrder.DayMonthYear) _onlyDayFirst += count;
        if (_onlyAs is DateOrder.MonthDayYear) _onlyMonthFirst += count;
    }

    /// <summary>The order, and a date that may be read in two ways when it is only assumed.</summary>
    public (DateOrder Order, string? Ambiguous) Verdict()
    {
        if (shape.YearFirst) return (DateOrder.YearMonthDay, null);

        var values = Heavier(_onlyDayFirst, _onlyMonthFirst);
        var time = Heavier(_backMonthFirst, _backDayFirst);
        if (values is null && time is null)
        {
            // No region writes the month first with dots, and 05/05 is the same day either way.
            return (DateOrder.DayMonthYear, shape.DateSeparator == '.' ? null : _example);
        }

        if (values is null || time is null || values == time) return (values ?? time!.Value, null);
        var isCommon = (_onlyDayFirst + _onlyMonthFirst) * 20 >= _headers;
        return isCommon ? (values.Value, null) : (DateOrder.DayMonthYear, _example);
    }

    // Another date than that of the header before.
    private void Turn(HeaderCandidate first, (int Year, int First, int Second) day)
    {
        var dayFirst = first.TryAt(DateOrder.DayMonthYear, out var asDayFirst);
        var monthFirst = first.TryAt(DateOrder.MonthDayYear, out var asMonthFirst);
        (_last, _lastIsDay) = (day, dayFirst || monthFirst);
        if (!_lastIsDay) return;

        if (_example is null && first.First != first.Second && dayFirst && monthFirst) _example = string.Create(CultureInfo.InvariantCulture, $"{first.First:00}/{first.Second:00}");
        _onlyAs = dayFirst == monthFirst ? null : dayFirst ? DateOrder.DayMonthYear : DateOrder.MonthDayYear;
        if (dayFirst) CountBackward(asDayFirst.Date, ref _lastDayFirst, ref _backDayFirst);
        if (monthFirst) CountBackward(asMonthFirst.Date, ref _lastMonthFirst, ref _backMonthFirst);
    }

    private static DateOrder? Heavier(int forDayFirst, int forMonthFirst)
    {
        if (forDayFirst > 0 && forDayFirst >= forMonthFirst * Outweighs) return DateOrder.DayMonthYear;
        if (forMonthFirst > 0 && forMonthFirst >= forDayFirst * Outweighs) return DateOrder.MonthDayYear;
        return null;
    }

    private static void CountBackward(DateTime day, ref DateTime last, ref int backward)
    {
        if (day < last) backward++;
        last = day;
    }
}
