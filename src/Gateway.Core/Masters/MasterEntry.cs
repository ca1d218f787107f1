namespace Gateway.Core.Masters;

/// <summary>One row of a list of the centre.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Name">Name of an institution, code of a template.</param>
/// <param name="Content">Text of a template; null where there is none.</param>
public sealed record MasterEntry(string Id, string Name, string? Content = null);
