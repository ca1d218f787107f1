namespace Gateway.Adapters.Register.Dates;

/// <summary>What a cell of a date column says.</summary>
/// <param name="Moment">In WITA; null when it cannot be told.</param>
/// <param name="Doubt">Code of the reason why not.</param>
/// <param name="Derived">What of it does not stand in the cell; null when all does.</param>
internal sealed record DateReading(DateTime? Moment, string? Doubt, string? Derived)
{
    public static DateReading Unclear { get; } = new(null, "date-order-unclear", null);

    public static DateReading Unreadable { get; } = new(null, "date-unreadable", null);
}
