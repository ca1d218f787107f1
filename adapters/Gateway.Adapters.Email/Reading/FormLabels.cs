using System.Buffers;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The labels of website forms in Indonesian and English.</summary>
internal static partial class FormLabels
{
    private const int Longest = 60;

    // How its labels begin, and what they are. The first that fits counts.
    private static readonly (Beginnings Begin, Regex Label, FormField Field)[] Known =
    [
        (new("ip|alamat ip|remote|user|browser|refer|page|url|powered|submi|entry|form|tanggal|waktu|timestamp|stempel|dikirim|consent|persetujuan|captcha|recaptcha|g-|saya"), Technical(), FormField.Technical),
        (new("no|nik|ktp|identitas"), Nik(), FormField.Nik),
        (new("your|alamat|email|e-mail|e mail|surel"), Email(), FormField.Email),
        (new("no|your|hp|h p|wa|whatsapp|tel|tlp|phone|mobile|ponsel|handphone|kontak|contact|seluler"), Phone(), FormField.Phone),
        (new("subject|subjek|subyek|judul|perihal|hal|topik|title|your"), Subject(), FormField.Subject),
        (new("lokasi|tempat|alamat|location"), Place(), FormField.Place),
        (new("alamat|address|home|domisili"), Address(), FormField.Address),
        (new("kategori|jenis|category"), Category(), FormField.Category),
        (new("isi|uraian|detail|deskripsi|rincian|keterangan|penjelasan|kronologi|teks|pesan|pengaduan|laporan|aduan|keluhan|aspirasi|pertanyaan|komentar|message|your|comment|complaint|description|kritik|saran"), Text(), FormField.Text),
        (new("your|full|first|last|sender|name|nama|from|dari|pelapor|pengirim"), Name(), FormField.Name),
    ];

    /// <summary>What a label asks for; null when it is none that is known.</summary>
    public static FormField? Of(string label)
    {
        if (label.Length > Longest) return null;
        Span<char> plain = stackalloc char[label.Length];
        label.CopyTo(plain);
        plain.ReplaceAny(MarkSigns, ' ');
        ReadOnlySpan<char> words = plain.Trim();
        foreach (var (begin, pattern, field) in Known)
        {
            if (begin.Begin(words) && pattern.IsMatch(words)) return field;
        }

        return null;
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
