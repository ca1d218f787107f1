namespace Gateway.Adapters.Register.Workbooks;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">As its tab says.</param>
/// <param name="IsHidden">Excel does not show its tab.</param>
/// <param name="Part">Where in the zip it lies.</param>
internal sealed record WorkbookSheet(string Name, bool IsHidden, string Part);
