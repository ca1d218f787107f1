using System.Text.RegularExpressions;

namespace Gateway.Core.Gates;

/// <summary>
/// Words of complaints about abuse of authority (berkadar pengawasan, Permendagri 8/2023): such a complaint is held for a person and
/// never goes by itself to the agency it accuses. A list of words as data; roles and measuring come with a later part.
/// </summary>
public static partial class Berkadar
{
    /// <summary>The word that hits, in lower case; null when none does.</summary>
    public static string? Hit(string text) =>
        Words().Match(AnySpace().Replace(text, " ")) is { Success: true } hit ? hit.Value.ToLowerInvariant() : null;

    // Mail programs break lines anywhere.
    [GeneratedRegex(@"\s+")]
    private static partial Regex AnySpace();

    [GeneratedRegex(
        @"\b((?:di|me)?pungli|pungutan liar|memungut liar|suap|menyuap|disuap|uang pelicin|uang rokok|uang tutup mulut|sogok|menyogok|disogok|" +
        @"korupsi|koruptor|dikorupsi|gratifikasi|nepotisme|kolusi|kkn|mark[- ]?up|proyek fiktif|fiktif|penyelewengan|menyelewengkan|diselewengkan|" +
        @"penggelapan|digelapkan|penyalahgunaan (wewenang|jabatan|dana|anggaran)|menyalahgunakan (wewenang|jabatan|dana|anggaran)|" +
        @"jual beli jabatan|dana desa (hilang|tidak jelas)|pemerasan|memeras|diperas|(?:me|di)?mintai? (sejumlah )?(uang|jatah|setoran|imbalan)|setoran (ke|kepada)|" +
        @"tanpa kuitansi|tanpa karcis resmi|oknum)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
