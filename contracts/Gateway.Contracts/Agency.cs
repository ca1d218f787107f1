namespace Gateway.Contracts;

/// <summary>An agency (OPD, kabupaten/kota or BUMD) that owns channels and answers complaints.</summary>
/// <param name="Key">Short stable key, for example <c>dishub</c>.</param>
/// <param name="Name">Full name.</param>
/// <param name="Kind"><c>opd</c>, <c>kabupaten</c>, <c>kota</c> or <c>bumd</c>.</param>
/// <param name="Institution">Institution id at the centre; null when not known yet.</param>
public sealed record Agency(string Key, string Name, string Kind = "opd", string? Institution = null);
