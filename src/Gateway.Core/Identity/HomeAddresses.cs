using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Gateway.Core.Identity;

/// <summary>
/// Finds where somebody lives: an address that is called home, or that stands under a closing with the name. Where something happened
/// stays, since nobody could act on the complaint without it. Pure.
/// </summary>
internal static partial class HomeAddresses
{
    private const string Keywords =
        "(?i:jl|jln|jalan|gg|gang|lorong|lrg|perum|perumahan|komplek|kompleks|griya|blok|blk|dusun|dsn|desa|ds|kampung|kelurahan|kel|kecamatan|kec|kabupaten|kab|kota|rt|rw|no|nomor|km|lantai|lt)";

    private const string Keyword = Keywords + @"\b\.?";

    private const string Space = @"[^\S\n]*";

    private const string Gap = @"[^\S\n]+";

    private const string Number = @"(?:\p{L}?\d+\p{L}?(?:[/-]\d+)*(?![\p{L}\d]))";

    // The name of a street or village: words with capitals, an initial, a number behind them.
    private const string Name = @"(?:(?!" + Keywords + @"\b)\p{Lu}[\p{L}'’]*(?![\p{L}\d])(?:(?<=(?<!\p{L})\p{L}{1,3})\.)?|" + Number + ")";

    // In small letters a name is one or two words, and no other part of speech.
    private const string Small = @"(?:(?!" + Keywords + @"\b)(?!(?:yang|yg|di|ke|dari|dan|saya|sy|kami|sudah|belum|tidak|mohon|depan|dekat|kena|air|banjir|kebanjiran|rusak|mati|lampu|karena|ingin|mau|sejak|tapi|tetapi|poros)\b)\p{Ll}{2,}(?!\p{L}))";

    private const string Component = "(?:" + Keyword + "(?:" + Space + "(?:" + Name + "(?:" + Gap + Name + "){0,4}|" + Small + "(?:" + Gap + Small + ")?))?)";

    private const string Further = "(?:" + Keyword + Space + Name + "(?:" + Gap + Name + "){0,4})";

    private const string Town = @"(?:,?[^\S\n]+(?:Kota[^\S\n]|Kab\.?[^\S\n])?(?:Samarinda|Balikpapan|Bontang|Tenggarong|Sangatta|Penajam|Berau|Tarakan|Nunukan|Paser|Kutai|Sendawar|Long[^\S\n]\p{Lu}\p{Ll}+|Tanah[^\S\n]\p{Lu}\p{Ll}+)(?:[^\S\n](?:Ulu|Ilir|Seberang|Kota|Utara|Selatan|Barat|Timur|Tengah|Kartanegara|Redeb))?)";

    private const string Address = Component + "(?:" + Gap + Component + "|" + Space + "," + Space + Further + ")*" + Town + "{0,2}";

    private const int MostSignatureLines = 8;

    // Every lead below has one of them, and begins at it or with at most "saya ber" before it.
    private static readonly SearchValues<string> Homes = SearchValues.Create(["alamat", "domisili", "tinggal", "rumah", "rmh", "warga"], StringComparison.OrdinalIgnoreCase);

    private const int MostBeforeHome = 8;

    /// <summary>The text with each home address replaced.</summary>
    public static string Blot(string text, string blot)
    {
        // Tried at every letter of a text the expressions cost more than all the rest of taking a complaint in, and most texts name no home.
        if (!text.AsSpan().ContainsAny(Homes)) return UnderClosing(text, blot);
        var fields = Field().Replace(text, match => match.Groups["lead"].Value + blot);
        var called = ReplaceAtHomes(Called(), fields, match => match.Groups["lead"].Value + blot);
        var houses = ReplaceAtHomes(House(), called, match => NamesHouse(match.Groups["address"].Value) ? match.Groups["lead"].Value + blot : match.Value);
        return UnderClosing(houses, blot);
    }

    // What Regex.Replace gives for the same expression without its \G, tried only where a lead can begin instead of at every letter. No try
    // is long: nothing stands behind the address that could send it back.
    internal static string ReplaceAtHomes(Regex anchored, string text, Func<Match, string> replacement)
    {
        StringBuilder? written = null;
        var (done, at) = (0, 0);
        while (text.AsSpan(at).IndexOfAny(Homes) is >= 0 and var next)
        {
            var home = at + next;
            at = Math.Max(at, home - MostBeforeHome);
            var found = Match.Empty;
            while (at <= home && !(found = anchored.Match(text, at)).Success) at++;
            if (!found.Success) continue;
            written ??= new StringBuilder(text.Length);
            written.Append(text, done, found.Index - done).Append(replacement(found));
            at = done = found.Index + found.Length;
        }

        return written is null ? text : written.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Whether an address leads to one door. A street, a lane or an estate alone is where hundreds live, and where the complaint is about.</summary>
    public static bool NamesHouse(string address) => HouseNumber().IsMatch(address);

    // People sign with name, number and address below a closing; there an address is theirs.
    private static string UnderClosing(string text, string blot)
    {
        var lines = text.Split('\n');
        var closing = Array.FindLastIndex(lines, line => Closing().IsMatch(line));
        if (closing < 0 || lines.Length - closing > MostSignatureLines) return text;
        for (var i = closing + 1; i < lines.Length; i++)
            if (AddressLine().IsMatch(lines[i])) lines[i] = blot;
        return string.Join('\n', lines);
    }

    // Behind a label and a colon all belongs to it, up to the end of the sentence; the dot of an abbreviation does not end it.
    [GeneratedRegex(
        @"(?<lead>^[^\S\n]*(?i:alamat(?:[^\S\n]+(?:rumah|saya|kami|lengkap|pelapor|tinggal))*)[^\S\n]*:[^\S\n]*)(?=" + Keyword + @")[^\n;]{4,}?" +
        @"(?=(?<!\b(?i:\p{L}|no|nomor|gg|jl|jln|rt|rw|blk|kel|kec|kab|ds|dsn|prov|perum|lt|km))\.(?:\s|$)|;|\.?$" +
        @"|,(?![^\S\n]*(?:" + Keyword + Space + @"[\d\p{Lu}]|\p{Lu}))|,?\s(?i:saya|ingin|mohon|mau|dan|karena|sejak|yang|tapi|tetapi|sudah)\b)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Field();

    [GeneratedRegex(
        @"\G(?<lead>\b(?i:alamat(?:[^\S\n]+(?:rumah|saya|kami|lengkap|pelapor|tinggal))*(?:[^\S\n]+(?:di|adalah|ada[^\S\n]di))?\s{0,5}[:=]?|beralamat(?:kan)?[^\S\n]di|(?:saya[^\S\n])?(?:ber)?domisili(?:[^\S\n](?:di|saya))?|tinggal[^\S\n]di|(?:rumah|rmh)[^\S\n](?:saya|sy|kami)(?:[^\S\n](?:di|ada[^\S\n]di))?|rumah[^\S\n]di|(?<=saya[^\S\n])warga(?=[^\S\n]+(?:gang|gg|jl|jln|jalan|perum|komplek)))\s{0,5}(?:(?i:di|sekitar|daerah|kawasan)[^\S\n]+)?)"
        + "(?=" + Keyword + ")" + Address,
        RegexOptions.CultureInvariant, 2000)]
    internal static partial Regex Called();

    // "Di rumah Jl. ...", without saying whose: a home when it has a number, a place when it only tells what is near it.
    [GeneratedRegex(
        @"\G(?<lead>(?<!\b(?i:depan|dpn|dekat|dkt|samping|sebelah|belakang|seberang|sekitar)[^\S\n]{1,3})\b(?i:rumah|rmh)(?i:[^\S\n]+(?:saya|sy|kami|orang[^\S\n]tua|ortu|ibu|bapak|mertua|nenek|kakek)){0,3}(?:[^\S\n]*[,:(])?[^\S\n]+(?:(?i:ada[^\S\n]di|di)[^\S\n]+)?)"
        + "(?=" + Keyword + ")(?<address>" + Address + ")",
        RegexOptions.CultureInvariant, 2000)]
    internal static partial Regex House();

    // The number of a lane, a kilometre or a post office is none of a house.
    [GeneratedRegex(@"(?<!\b(?:km|kilometer|gang|gg|lorong|lrg)[. ]{0,3})(?<!\d)\d{1,4}(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(@"^\W*(hormat (saya|kami)|terima ?kasih|trims|salam|wassalam|wasalam|demikian|tertanda|ttd|pelapor|pengirim)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^[^\S\n]*(?:(?i:alamat)[^\S\n]*:?[^\S\n]*)?(?=" + Keyword + @")(?=.*\d)" + Address + @"[^\S\n]*[.,]?[^\S\n]*$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex AddressLine();
}
