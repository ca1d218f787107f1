namespace Gateway.Adapters.Register.Workbooks;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">As its tab says.</param>
/// <param name="IsHidden">Excel does not show its tab.</param>
/// <param name="Part">Where in the zip it lies; null when the workbook does not say, or says it of two.</param>
internal sealed record WorkbookSheet(string Name, bool IsHidden, string? Part);
