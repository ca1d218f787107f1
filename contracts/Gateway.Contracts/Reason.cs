namespace Gateway.Contracts;

/// <summary>
/// Why something was held, ignored, quarantined or moved. The code is stable and English (docs/vocabulary.md lists all);
/// the words a person reads come from resources by language.
/// </summary>
/// <param name="Code">Kebab-case code such as <c>before-cut-over</c>.</param>
/// <param name="Detail">The value it is about (a size, a field name). Null when the code says all. Never personal data.</param>
public sealed record Reason(string Code, string? Detail = null)
{
    public override string ToString() => Detail is null ? Code : $"{Code}: {Detail}";
}
