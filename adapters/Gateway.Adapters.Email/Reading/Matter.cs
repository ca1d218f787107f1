using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>
/// Whether a text speaks of something wrong, or asks for something: the words citizens use in Indonesian, in the tongues of the region
/// and in English. It never makes a complaint of anything; it keeps what looks like office mail or spam from being dropped.
/// </summary>
internal static partial class Matter
{
    // People come to the point; a mail of megabytes is not searched to its end.
    private const int Longest = 20_000;

    // "Jadi ketemu besok jam 9 ya bro di warung": below this a text without a word of trouble says little.
    private const int Telling = 14;

    /// <summary>Something is broken, dirty, dangerous, unjust or missing.</summary>
    public static bool HasTrouble(string text) => Trouble().IsMatch(Start(text)) || EnglishTrouble().IsMatch(Start(text));

    /// <summary>Something is wished for or asked.</summary>
    public static bool HasRequest(string text) => text.Contains('?', StringComparison.Ordinal) || Request().IsMatch(Start(text));

    /// <summary>Too short to tell, or in English, where most of what reaches an agency is advertising.</summary>
    public static bool IsBare(string text) => Word().Count(Start(text)) < Telling || English().Count(Start(text)) > 5;

    private static string Start(string text) => text.Length <= Longest ? text : text[..Longest];

    [GeneratedRegex(@"[\p{L}\p{N}']+", Words, 2000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:the|and|you|your|is|are|with|for|from|have|this|that|we|our|of|to)\b", Words, 2000)]
    private static partial Regex English();

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:(?:mem|men|meng|me|di|ke|ter|ber|pem|pen|peng|pe|se)?(?:mati|padam|rusak|hancur|lubang|bocor|mampet|sumbat|macet|banjir|luap|genang|tumpuk|numpuk|longsor|ambles|amblas|retak|miring|tumbang|patah|putus|jebol|ambruk|roboh|runtuh|gelap|keruh|kotor|busuk|bau|asap|debu|becek|licin|bising|semrawut|cemar|limbah|jatuh|tabrak|celaka|celakaan|bahaya|hilang|curi|tipu|palsu|peras|ancam|aniaya|suap|korup|pungli|keluh|adu|lantar|langgar|rugi|ganggu|biar|abai|bakar|longgar|setrum|resah|habis)(?:an|kan|i|nya|lah)?)\b"
        + @"|\b(?:pengaduan|aduan|keluhan|kekecewaan|kecewa|keberatan|protes|melapor(?:kan)?|lapor|pelayanan (?:buruk|lambat|jelek)|lambat|lelet|antri|antre|ngantri|antrian|antrean|pungutan|oknum|calo|preman|begal|jambret\w*|penjambretan|ugal\w*|liar|ilegal|bohong\w*|semena\w*|dipersulit|diskriminasi|ditolak|menolak|mahal|membengkak|bengkak|kosong|telat|terlambat|menyengat|sesak|berserakan|berceceran|terpeleset|tercecer|tewas|korban|darurat|hampir|lapuk|rawan|mangkrak|terbengkalai|nganggur|ngaco|amburadul|tutup|menjuntai|lalat|belatung|err?or|terkikis|abrasi|rendam|terendam|menganga|asal-asalan|sembarangan|kesulitan|(?:ter|ke|di)potong|dialihkan|menunggak|gigit|menggigit|digigit|ditinggal|dipalak|bentrok|tawuran|keributan|ribut|berisik|merembes|rembes|anjlok|korsleting|nyangkut|mandek|mogok|off|wabah|demam berdarah|keracunan|nyamuk|sedimen|diminta (?:uang|bayar)|minta uang|uang (?:pelicin|rokok)|tanpa (?:izin|papan|pengumuman|tanggapan|kejelasan))\b"
        + @"|\b(?:(?:tidak|tdk|gak|nggak|ngga|enggak|ga|gk|tak|kada|kadada|ndak|nda|ndik|endik|ora|teu)\s+(?!perlu|terhingga|lupa|membalas)\w+)"
        + @"|\b(?:belum|blm|blom|dereng|teu acan|balum)\b(?! (?:menikah|berkeluarga|pernah bekerja))|\btidak kunjung\b"
        + @"|\b(?:mampet|rakai|paeh|poek|bagubang|jlek|jelek|lmpu|dbnerin|dibaiki|benerin|perbaiki|diperbaiki|perbaikan|dibetulkan|ditertibkan|dibersihkan|dikeruk|pengerukan|parah|hncur)\b"
        + @"|\b(?:sudah|udah|sdh|dah)\s(?:\w+\s)?(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|beberapa|se)\s?(?:hari|minggu|bulan|tahun|jam|kali)|\b(?:seminggu|sebulan|setahun|berhari-hari|berbulan-bulan|bertahun-tahun)\b",
        Words, 2000)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"\b(?:broken|damaged?|potholes?|flood\w*|garbage|trash|waste|smoke|smell\w*|stink\w*|dangerous|unsafe|complain\w*|refus\w+|overcharg\w+|not working|out of order|dark|leak\w*|blocked|dirty|polluted|pollution|noise|noisy|rude|bribe\w*|illegal\w*|stolen|accident|injur\w+|nobody|never|fix|repair\w*|switched off|no receipt|unfair|waited|stuck|crash\w*|overflow\w*)\b", Words, 2000)]
    private static partial Regex EnglishTrouble();

    [GeneratedRegex(@"\b(?:(?:me)?mohon|tolong|tlg|tulung|minta|meminta|harap|berharap|usul\w*|mengusulkan|saran\w*|menyarankan|masukan|aspirasi|kapan|kpn|bagaimana|gimana|apakah|mengapa|kenapa|knp|di ?mana|berapa|tanya|nanya|informasi|info|ingin|pengen|sebaiknya|semoga|agar|supaya|lapor|laporan|please|would like|could you|can you|how|when|where|why|suggest\w*|request\w*|report)\b", Words, 2000)]
    private static partial Regex Request();
}
