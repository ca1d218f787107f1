using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Register.Dates;

/// <summary>Gathers what the rows of one column show of the way its days are written.</summary>
internal sealed partial class DateEvidence(bool isEnglishStamp)
{
    private readonly HashSet<int> _years = [];
    private int _dayFirst;
    private int _monthFirst;
    private int _either;
    private int _moments;
    private int _momentsPast12;
    private (DateOnly Day, DateOnly Month) _before = (DateOnly.MinValue, DateOnly.MinValue);
    private bool _dayFirstFalls;
    private bool _monthFirstFalls;

    public void Add(string text, DateTime? moment)
    {
        if (moment is { } known)
        {
            _moments++;
            if (known.Day > 12) _momentsPast12++;
            Remember(known.Year);
            return;
        }

        if (CellDate.Numbers(text) is not var (first, second, year))
        {
            if (CellDate.Day(text) is { } day) Remember(day.Year);
            return;
        }

        Remember(year);
        if (first > 12) _dayFirst++;
        else if (second > 12) _monthFirst++;
        else if (first != second) _either++;
        Follow(first, second, year);
    }

    /// <summary>What it comes to.</summary>
    /// <param name="title">The lines above the table and the name of its sheet.</param>
    public DateColumn Judge(IEnumerable<string> title)
    {
        var named = title.SelectMany(line => YearName().Matches(line)).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToHashSet();
        int? year = named.Count == 1 ? named.Single() : _years.Count == 1 ? _years.Single() : null;
        return new DateColumn(Order(), _dayFirst > 0 && _moments > 1 && _momentsPast12 == 0, year);
    }

    private DayOrder Order()
    {
        if (_dayFirst > 0) return _monthFirst > 0 ? DayOrder.Unclear : DayOrder.DayFirst;
        if (_monthFirst > 0) return DayOrder.MonthFirst;
        if (!isEnglishStamp || _either == 0) return DayOrder.DayFirst;
        // Answers of a form stand in the order in which they came.
        if (_dayFirstFalls == _monthFirstFalls) return DayOrder.Unclear;
        return _dayFirstFalls ? DayOrder.MonthFirst : DayOrder.DayFirst;
    }

    private void Follow(int first, int second, int year)
    {
        if (CellDate.Day(year, second, first) is not { } day || CellDate.Day(year, first, second) is not { } month) return;
        _dayFirstFalls |= day < _before.Day;
        _monthFirstFalls |= month < _before.Month;
        _before = (day, month);
    }

    // Some years are enough to know that there are several.
    private void Remember(int year)
    {
        if (_years.Count < 2) _years.Add(year);
    }

    [GeneratedRegex(@"\b20[0-9]{2}\b", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearName();
}
