namespace Gateway.Adapters.Register;

/// <summary>What the gateway makes of one column.</summary>
/// <param name="Letter">As a spreadsheet calls it.</param>
/// <param name="Heading">What stands above it.</param>
/// <param name="Field">The field it fills; null when it fills none.</param>
/// <param name="TellsOfAnswer">It is looked at for "selesai" and the like.</param>
/// <param name="DayOrder">For a column of days: <c>day-first</c>, <c>month-first</c> or <c>day-unclear</c>; else null.</param>
/// <param name="AreDaysTurned">Days that the spreadsheet took for days are in doubt.</param>
/// <param name="Year">The year of days without one; null when none is known.</param>
public sealed record PreviewColumn(string Letter, string Heading, string? Field, bool TellsOfAnswer, string? DayOrder, bool AreDaysTurned, int? Year);
