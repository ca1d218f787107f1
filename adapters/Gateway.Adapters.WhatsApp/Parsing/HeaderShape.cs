namespace Gateway.Adapters.WhatsApp.Parsing;

/// <summary>How the headers of one export are written, apart from the order of day and month. One export has one shape.</summary>
/// <param name="Bracketed"><c>[date time] </c> as iOS writes it, else <c>date time - </c>.</param>
/// <param name="DateSeparator"><c>/</c>, <c>.</c> or <c>-</c>.</param>
/// <param name="TimeSeparator"><c>:</c> or <c>.</c>.</param>
/// <param name="Comma">A comma stands between date and time.</param>
/// <param name="Seconds">The time has seconds.</param>
/// <param name="TwelveHour">AM or PM stands beside the time.</param>
/// <param name="YearFirst"><c>yyyy/MM/dd</c>.</param>
/// <param name="YearDigits">2 or 4; 1 for a year of a Japanese era.</param>
internal readonly record struct HeaderShape(
    bool Bracketed,
    char DateSeparator,
    char TimeSeparator,
    bool Comma,
    bool Seconds,
    bool TwelveHour,
    bool YearFirst,
    int YearDigits)
{
    // Asked of every line; what the compiler writes asks a comparer for each word.
    public bool Equals(HeaderShape other) =>
        DateSeparator == other.DateSeparator && TimeSeparator == other.TimeSeparator && YearDigits == other.YearDigits && Bracketed == other.Bracketed
        && Comma == other.Comma && Seconds == other.Seconds && TwelveHour == other.TwelveHour && YearFirst == other.YearFirst;

    public override int GetHashCode() => HashCode.Combine(DateSeparator, TimeSeparator, YearDigits, Bracketed, Comma, Seconds, TwelveHour, YearFirst);
}
