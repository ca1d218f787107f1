namespace Gateway.Adapters.Register.Workbooks;

/// <summary>The number by which a spreadsheet keeps a moment: days since 1900 (with a 29 February that never was) or since 1904.</summary>
internal static class SerialDay
{
    private const int DaysOf1904 = 1462;
    private const double Last = 73_051; // 1 January 2100

    /// <summary>Null when it lies outside 1900 to 2099. Rounded to the second, as it is shown.</summary>
    public static DateTime? Moment(double serial, bool is1904)
    {
        var days = serial + (is1904 ? DaysOf1904 : 0);
        if (double.IsNaN(days) || days is < 0 or >= Last) return null;
        var start = days < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        return start.AddSeconds(Math.Round(days * 86_400));
    }
}
