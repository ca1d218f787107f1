namespace Gateway.Core.Ledger;

/// <summary>One keyed look-up value of a person.</summary>
/// <param name="Kind"><c>phone</c>, <c>email</c>, <c>nik</c>, <c>name</c>, <c>handle</c>.</param>
/// <param name="Hash">Keyed hash of the normalised value.</param>
/// <param name="Identifies">True for values that are one person's alone (phone, e-mail, NIK); names and handles only find.</param>
public sealed record ReporterIndex(string Kind, byte[] Hash, bool Identifies);
