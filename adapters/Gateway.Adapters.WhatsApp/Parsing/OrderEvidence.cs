using System.Globalization;
using System.Runtime.CompilerServices;

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

    /// <summary>True when the candidate is a day under at least one order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Add(HeaderCandidate candidate)
    {
        // Most messages are of the day of the one before.
        var day = (candidate.Year, candidate.First, candidate.Second);
        if (_lastIsDay && day == _last)
        {
            _headers++;
            if (_onlyAs is DateOrder.DayMonthYear) _onlyDayFirst++;
            if (_onlyAs is DateOrder.MonthDayYear) _onlyMonthFirst++;
            return true;
        }

        var dayFirst = candidate.TryAt(DateOrder.DayMonthYear, out var asDayFirst);
        var monthFirst = candidate.TryAt(DateOrder.MonthDayYear, out var asMonthFirst);
        (_last, _lastIsDay) = (day, dayFirst || monthFirst);
        if (!_lastIsDay) return false;

        _headers++;
        if (_example is null && candidate.First != candidate.Second && dayFirst && monthFirst) _example = string.Create(CultureInfo.InvariantCulture, $"{candidate.First:00}/{candidate.Second:00}");
        _onlyAs = dayFirst == monthFirst ? null : dayFirst ? DateOrder.DayMonthYear : DateOrder.MonthDayYear;
        if (_onlyAs is DateOrder.DayMonthYear) _onlyDayFirst++;
        if (_onlyAs is DateOrder.MonthDayYear) _onlyMonthFirst++;
        if (dayFirst) CountBackward(asDayFirst.Date, ref _lastDayFirst, ref _backDayFirst);
        if (monthFirst) CountBackward(asMonthFirst.Date, ref _lastMonthFirst, ref _backMonthFirst);
        return true;
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
