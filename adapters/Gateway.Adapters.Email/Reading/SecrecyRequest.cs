using System.Buffers;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>Recognises that the writer asks to stay unknown ("mohon identitas saya dirahasiakan"). Read from all of the text, since overlooking it can cost someone dearly.</summary>
internal static partial class SecrecyRequest
{
    // The expression looks around each word; a mail of megabytes is read at both ends, where people ask.
    private const int End = 20_000;

    // What is to be kept, and that it is to be kept: every request has a word of both.
    private static readonly SearchValues<string> Kept = SearchValues.Create(["identitas", "nama", "data", "pelapor", "pengirim", "saya", "anonim"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> Keeping =
        SearchValues.Create(["rahasia", "sembunyi", "lindungi", "sebut", "ketahui", "publikasi", "sebar", "buka", "cantum", "ungkap", "anonim"], StringComparison.OrdinalIgnoreCase);

    public static bool In(string? judul, string text) =>
        IsAsked(judul ?? "") || (text.Length <= 2 * End ? IsAsked(text) : IsAsked(text[..End]) || IsAsked(text[^End..]));

    private static bool IsAsked(string text) => text.AsSpan().ContainsAny(Keeping) && text.AsSpan().ContainsAny(Kept) && Asked().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:identitas|nama|data (?:diri|pribadi)|(?:pelapor|pengirim))\b[^.\n]{0,60}\n?[^.\n]{0,40}\b(?:di\s?rahasiakan|rahasiakan|rahasia|di\s?sembunyikan|di\s?lindungi|jangan (?:sampai )?(?:di)?(?:sebut|ketahui|publikasi|sebar|buka|cantum)\w*|tidak (?:usah |perlu |ingin |mau )?(?:di)?(?:sebut|ketahui|publikasi|sebar|buka|cantum)\w*)"
        + @"|\b(?:me)?rahasiakan\b[^.\n]{0,20}\n?[^.\n]{0,40}\b(?:identitas|nama|data|pelapor|pengirim|saya)\b"
        + @"|\b(?:jangan|tidak (?:usah|perlu)|tanpa)\s(?:menyebut\w*|sebut\w*|cantum\w*|mencantum\w*|ungkap\w*|mengungkap\w*|membuka|buka)\b[^.\n]{0,20}\b(?:identitas|nama|data)\b"
        + @"|\b(?:sembunyikan|lindungi)\b[^.\n]{0,20}\b(?:identitas|nama)\b"
        + @"|\b(?:secara anonim|sebagai anonim|tetap anonim|ingin anonim|laporan anonim)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Asked();
}
