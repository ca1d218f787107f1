using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The labels of website forms in Indonesian and English.</summary>
internal static partial class FormLabels
{
    private const int Longest = 60;

    private static readonly (Regex Label, FormField Field)[] Known =
    [
        (Technical(), FormField.Technical), (Nik(), FormField.Nik), (Email(), FormField.Email), (Phone(), FormField.Phone), (Subject(), FormField.Subject),
        (Place(), FormField.Place), (Address(), FormField.Address), (Category(), FormField.Category), (Text(), FormField.Text), (Name(), FormField.Name),
    ];

    /// <summary>What a label asks for; null when it is none that is known.</summary>
    public static FormField? Of(string label)
    {
        if (label.Length > Longest) return null;
        Span<char> plain = stackalloc char[label.Length];
        label.CopyTo(plain);
        plain.ReplaceAny(MarkSigns, ' ');
        var begin = plain.Trim();
        if (!MayBegin(begin)) return null;
        var words = begin.ToString();
        foreach (var (pattern, field) in Known)
        {
            if (pattern.IsMatch(words)) return field;
        }

        return null;
    }

    // How every label below begins: most lines that are asked are none.
    private static readonly FrozenDictionary<char, string[]> Beginnings =
        """
        your|full|first|last|sender|name|nama|from|dari|pelapor|pengirim|alamat|email|e-mail|e mail|entry|surel|no|hp|h p|wa|whatsapp|waktu|tel|tlp|phone|mobile|ponsel
        handphone|kontak|contact|seluler|nik|ktp|identitas|address|home|domisili|subject|subjek|subyek|submi|judul|perihal|hal|topik|title|isi|uraian|detail|deskripsi|rincian
        keterangan|penjelasan|kronologi|teks|pesan|pengaduan|laporan|aduan|keluhan|aspirasi|pertanyaan|komentar|message|comment|complaint|description|kritik|saran|lokasi|tempat
        location|kategori|jenis|category|ip|remote|user|browser|refer|page|url|powered|form|tanggal|timestamp|stempel|dikirim|consent|persetujuan|captcha|recaptcha|g-|saya
        """.Split(['|', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).GroupBy(word => word[0]).ToFrozenDictionary(words => words.Key, words => words.ToArray());

    private static bool MayBegin(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty || !Beginnings.TryGetValue(char.ToLowerInvariant(words[0]), out var beginnings)) return false;
        foreach (var beginning in beginnings)
            if (words.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly SearchValues<char> MarkSigns = SearchValues.Create("*:;\"“”()[]#.");

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^(?:(?:your |full |first |last |sender )?names?|nama(?: (?:lengkap|anda|pelapor|pengirim|pengadu|pemohon|depan|belakang|sesuai ktp|kamu))*|from|dari|pelapor|pengirim)$", Words, 2000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:your |alamat )?(?:e-?mail|surel)(?: (?:address|anda|pelapor|pengirim|aktif))?$|^e mail$", Words, 2000)]
    private static partial Regex Email();

    [GeneratedRegex(@"^(?:(?:no|nomor|nomer|your)\s+)?(?:hp|h p|wa|whatsapp|telp|telepon|telpon|tlp|telephone|phone|mobile|ponsel|handphone|kontak|contact|seluler)(?:\s?[/,&]?\s?(?:hp|wa|whatsapp|telp|telepon|number|no|anda|aktif|pelapor|yang bisa dihubungi|yang dapat dihubungi))*$", Words, 2000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^(?:(?:no|nomor)\s+)?(?:nik|ktp|no ktp|nik ktp|nomor induk kependudukan|nik / no ktp|nik/ktp|identitas)(?: (?:anda|pelapor|ktp))?$", Words, 2000)]
    private static partial Regex Nik();

    [GeneratedRegex(@"^(?:alamat(?: (?:lengkap|rumah|anda|pelapor|tinggal|domisili|pengirim|sesuai ktp))*|address|home address|domisili)$", Words, 2000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:subject|subjek|subyek|judul(?: \w+)?|perihal|hal|topik|title|your subject)$", Words, 2000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:(?:isi|uraian|detail|deskripsi|rincian|keterangan|penjelasan|kronologi|teks)(?: (?:singkat|lengkap|dari))*(?: (?:pengaduan|laporan|aduan|keluhan|pesan|masalah|kejadian|permasalahan|aspirasi|permintaan))?|pesan(?: anda)?|pengaduan(?: anda)?|laporan(?: anda)?|aduan(?: anda)?|keluhan(?: anda)?|aspirasi|pertanyaan|komentar|message|message body|your message|comments?|complaint|description|details?|kritik dan saran|saran)$", Words, 2000)]
    private static partial Regex Text();

    [GeneratedRegex(@"^(?:lokasi(?: (?:kejadian|pengaduan|laporan|aduan))?|tempat(?: kejadian)?|alamat (?:kejadian|lokasi)|location)$", Words, 2000)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:kategori(?: \w+)?|jenis (?:pengaduan|laporan|aduan|keluhan)|category)$", Words, 2000)]
    private static partial Regex Category();

    [GeneratedRegex(@"^(?:ip|ip address|alamat ip|remote ip|user ?agent|browser|referer|referrer|page url|url|powered by|submission id|entry id|form id|tanggal kirim|waktu kirim|timestamp|stempel waktu|submitted(?: on| at)?|dikirim pada|consent|persetujuan|captcha|recaptcha|g-recaptcha-response|saya (?:setuju|menyetujui).*)$", Words, 2000)]
    private static partial Regex Technical();
}
