using Gateway.Contracts;

namespace Gateway.Adapters.Email.Reading;

/// <summary>What a website's form carries in its notification mail, apart from the labels, the technical lines and the footer.</summary>
/// <param name="Isi">The citizen's words; empty when the field was.</param>
/// <param name="Judul">The subject the citizen gave; null when the form has none.</param>
/// <param name="Reporter">Who filled it in.</param>
/// <param name="Lokasi">Place of the incident; null when the form has none.</param>
/// <param name="Kategori">Category as the form names it; null when it has none.</param>
/// <param name="HasText">The form has a field for the complaint, filled or not.</param>
internal sealed record FilledForm(string Isi, string? Judul, Reporter Reporter, string? Lokasi, string? Kategori, bool HasText);
