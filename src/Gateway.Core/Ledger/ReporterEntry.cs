namespace Gateway.Core.Ledger;

/// <summary>A person as the ledger keeps them: sealed, with keyed indexes for exact look-up.</summary>
/// <param name="Id">Existing or new id.</param>
/// <param name="WrappedKey">Their wrapped key; stored only when the id is new.</param>
/// <param name="Sealed">Sealed JSON of the reporter, purpose <c>reporter</c>; stored only when the id is new.</param>
/// <param name="Indexes">Keyed hashes of phone, e-mail, NIK, full name, handle; each belongs to the first reporter that brought it.</param>
public sealed record ReporterEntry(string Id, byte[] WrappedKey, byte[] Sealed, IReadOnlyList<ReporterIndex> Indexes);
