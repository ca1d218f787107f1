namespace Gateway.Simulator.Masters;

/// <summary>A row of a master table.</summary>
/// <param name="Id">Invented; no number of the real centre is known.</param>
/// <param name="Name">Name of the instansi, or code of the template.</param>
/// <param name="Content">Text of a template; null for an instansi.</param>
internal sealed record MasterRow(long Id, string Name, string? Content = null);
