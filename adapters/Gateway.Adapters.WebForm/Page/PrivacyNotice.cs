using System.Security.Cryptography;
using System.Text;
using Gateway.Adapters.WebForm.Settings;

namespace Gateway.Adapters.WebForm.Page;

/// <summary>
/// What the page tells a citizen of their data (UU 27/2022, Pasal 21): why, who sees them, how long, which rights. Its version goes
/// with each complaint, and changes by itself when a word of it changes.
/// </summary>
internal sealed record PrivacyNotice
{
    // Counts the texts of this file; the digest behind it also tells what the channel's settings put in.
    private const int Text = 1;

    private PrivacyNotice(IReadOnlyList<(string Title, string Words)> indonesian, IReadOnlyList<(string Title, string Words)> english)
    {
        (Indonesian, English) = (indonesian, english);
        var whole = string.Join('\n', indonesian.Concat(english).Select(part => part.Title + "\t" + part.Words));
        Version = $"{Text}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..8]}";
    }

    /// <summary>For example <c>1-3fa2c1b0</c>.</summary>
    public string Version { get; }

    public IReadOnlyList<(string Title, string Words)> Indonesian { get; }

    public IReadOnlyList<(string Title, string Words)> English { get; }

    public static PrivacyNotice Of(PageSetting page, string agency) => new(
        [
            ("Untuk apa", "Data Anda dipakai hanya untuk meneruskan laporan ini ke SP4N-LAPOR!, menanganinya, dan menghubungi Anda tentang laporan ini."),
            ("Siapa yang melihat", $"Petugas pengaduan {agency}. Nama dan kontak Anda disimpan terpisah dan tersandi, dan tidak ikut dikirim ke SP4N-LAPOR!. Nama, nomor, dan alamat rumah yang Anda tulis di dalam isi laporan disamarkan sebelum dikirim."),
            ("Berapa lama", page.Retention ?? "Selama laporan ditangani, dan sesudahnya selama diwajibkan aturan kearsipan."),
            ("Hak Anda", $"Anda dapat meminta melihat, membetulkan, atau menghapus data Anda melalui {page.Contact ?? $"petugas pengaduan {agency}"}. Permintaan melihat dan membetulkan dijawab paling lambat 3 x 24 jam. Nama dan kontak boleh dikosongkan; laporan tetap diteruskan, tetapi kami tidak dapat menghubungi Anda."),
        ],
        [
            ("What for", "Your data serve only to forward this report to SP4N-LAPOR!, to work on it, and to contact you about it."),
            ("Who sees them", $"The complaint officers of {agency}. Your name and contact are kept apart and encrypted, and are not sent to SP4N-LAPOR!. Names, numbers and home addresses that you write into the report are masked before it is sent."),
            ("How long", page.Retention ?? "While the report is worked on, and afterwards as long as the rules on archives ask."),
            ("Your rights", $"You can ask to see, correct or erase your data through {page.Contact ?? $"the complaint officers of {agency}"}. Requests to see and to correct are answered within 3 x 24 hours. Name and contact may be left empty; the report is forwarded all the same, but we cannot contact you."),
        ]);
}
