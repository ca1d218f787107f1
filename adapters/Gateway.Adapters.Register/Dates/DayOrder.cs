namespace Gateway.Adapters.Register.Dates;

/// <summary>Which number of <c>03/04/2026</c> is the day, as the column shows.</summary>
internal enum DayOrder
{
    /// <summary>The first, as people in Indonesia write. Also when nothing shows it.</summary>
    DayFirst,

    /// <summary>The second; some other row of the column has a number over 12 there, and none in front.</summary>
    MonthFirst,

    /// <summary>Rows contradict one another, or it is a form that counts in English and nothing shows it.</summary>
    Unclear,
}
