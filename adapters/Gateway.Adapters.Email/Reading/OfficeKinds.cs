using System.Buffers;
using System.Text.RegularExpressions;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The kinds of office mail by their words, in the subject and in the text.</summary>
internal static partial class OfficeKinds
{
    /// <summary>One for a subject that names a kind, and one for each kind the text speaks of.</summary>
    /// <param name="subjectSigns">What the words of the subject are signs of: a phrase is looked for only where one of its words stands, and not where a word is one.</param>
    /// <param name="signs">The same for subject and text.</param>
    /// <param name="sure">The same for the text alone. None when it is longer than <paramref name="text"/>.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="text">The text, or the beginning of it.</param>
    /// <param name="enough">At so many no further one is looked for.</param>
    public static int CountIn(WordSigns subjectSigns, WordSigns signs, WordSigns sure, string subject, string text, int enough)
    {
        var isSureSubject = (subjectSigns & WordSigns.SureSubject) != 0;
        var count = isSureSubject ? 1 : 0;
        foreach (var (_, sureSign, _) in Kinds)
            if ((sure & sureSign) != 0) count++;
        if (count >= enough) return enough;
        if (!isSureSubject && (subjectSigns & WordSigns.OfficeSubject) != 0 && Subject().IsMatch(subject) && ++count == enough) return count;
        // "Sponsornya", "disponsori": its words end in many ways.
        if (text.AsSpan().ContainsAny(Sponsor)) signs |= WordSigns.Support;
        foreach (var (sign, sureSign, kind) in Kinds)
        {
            if ((sure & sureSign) == 0 && (signs & sign) != 0 && kind.IsMatch(text) && ++count == enough) break;
        }

        return count;
    }

    private static readonly SearchValues<string> Sponsor = SearchValues.Create(["sponsor"], StringComparison.OrdinalIgnoreCase);

    private static readonly (WordSigns Sign, WordSigns SureSign, Regex Kind)[] Kinds =
    [
        (WordSigns.Invitation, WordSigns.SureInvitation, Invitation()), (WordSigns.Offer, WordSigns.SureOffer, Offer()),
        (WordSigns.Application, WordSigns.SureApplication, Application()), (WordSigns.Circular, WordSigns.SureCircular, Circular()),
        (WordSigns.Report, WordSigns.SureReport, Report()), (WordSigns.Bill, WordSigns.SureBill, Bill()),
        (WordSigns.Support, WordSigns.SureSupport, Support()),
    ];

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(?:undangan|mengundang|invitation|konfirmasi kehadiran|agenda rapat|jadwal rapat|rapat (?:dengar pendapat|koordinasi|evaluasi|kerja|pembahasan|persiapan)|notulen|risalah|daftar hadir)\b"
        + @"|\b(?:penawaran|quotation|price list|paket meeting|company profile|proposal|kerja ?sama|mou|perjanjian kerja)\b"
        + @"|\b(?:lamaran|melamar|lowongan(?: kerja)?|prakerin|permohonan magang|(?:izin )?magang|pkl|praktik kerja|kerja praktik|(?:izin|permohonan) penelitian|skripsi|tesis|kunjungan (?:kerja|industri|studi)|studi banding)\b"
        + @"|\b(?:surat (?:dinas|edaran|tugas|perintah|undangan|keputusan|pengantar|masuk|keluar)|nota dinas|disposisi|telaahan|pengumuman|pemberitahuan|penyampaian|himbauan|imbauan)\b"
        + @"|\b(?:(?:permintaan|permohonan|pengumpulan|penyampaian|update) data|data dukung|rekap(?:itulasi)?|absensi|laporan (?:bulanan|triwulan|semester|tahunan|kinerja|realisasi|keuangan|hasil)|lkjip|sakip|renja|renstra|rka|dpa|draft|revisi|kak|rab|spj|sppd|skp|pemeliharaan server|maintenance|rekonsiliasi|harmonisasi|rancangan|sanggahan|tender|lelang|aset|data ormas)\b"
        + @"|\b(?:invoice|tagihan|penagihan|kwitansi|kuitansi|faktur|pembayaran|purchase order|po \d|termin|jatuh tempo)\b"
        + @"|\b(?:permohonan (?:bantuan dana|dana|sponsor|narasumber|audiensi|peminjaman|pinjam)|sponsorship|audiensi)\b",
        Words, 2000)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(?:mengharap(?:kan)? kehadiran|(?:mohon|dimohon|konfirmasi) (?:hadir|kehadiran)|diundang|mengundang|untuk hadir|zoom|google meet|meeting id|narasumber|notulen|ruang rapat|pukul \d\d[.:]\d\d (?:wita|wib|wit)|mohon dipersiapkan)\b", Words, 2000)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"\b(?:menawarkan|penawaran|price list|katalog|company profile|distributor|(?:produk|jasa|layanan|perusahaan) kami|harga (?:khusus|terbaik|kompetitif)|quotation|payment terms|presentasi|pemesanan|reservasi|e-?katalog|coffee break|hotel kami|harga nego)\b", Words, 2000)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b(?:(?:mengajukan|surat) lamaran|melamar|curriculum vitae|cv|ijazah|lowongan|prakerin|pas foto|magang|praktik kerja|penelitian|wawancara|skripsi|tesis|fresh graduate|lulusan)\b", Words, 2000)]
    private static partial Regex Application();

    [GeneratedRegex(@"\b(?:surat edaran|nota dinas|disposisi|surat tugas|surat keputusan|(?:kepada|di) seluruh (?:opd|pegawai|perangkat daerah|asn|skpd|karyawan)|seluruh (?:opd|kepala|pegawai|perangkat daerah)|disebarluaskan|di lingkungan (?:kerja |instansi )?(?:masing|pemerintah)|(?:menindaklanjuti|menunjuk|sehubungan dengan|memperhatikan) surat|sesuai (?:rekomendasi|disposisi)|cuti bersama|piket)\b", Words, 2000)]
    private static partial Regex Circular();

    [GeneratedRegex(@"\b(?:paling lambat|format terlampir|dalam format|(?:mohon|bantuan) (?:\w+ ){0,2}(?:menyampaikan|mengirimkan|melengkapi|mengisi) (?:data|laporan|dokumen|formulir)|capaian kinerja|direview|di-?review|dikoreksi|untuk diproses|laporan hasil|draft|rekap|sirup|lpse|rekonsiliasi|berita acara|rancangan peraturan|pemutakhiran|tender|mengisi (?:tautan|link|google)|perubahan anggaran|server|kelengkapan spj)\b", Words, 2000)]
    private static partial Regex Report();

    [GeneratedRegex(@"\b(?:invoice|jatuh tempo|kwitansi|kuitansi|bast|faktur pajak|termin|rekening perusahaan|boarding pass|spj|purchase order|pelunasan|npwp)\b", Words, 2000)]
    private static partial Regex Bill();

    [GeneratedRegex(@"\b(?:mengajukan (?:\w+ ){0,2}proposal|proposal (?:\w+ ){0,2}terlampir|donatur|sponsor\w*|santunan|permohonan (?:bantuan )?dana|partisipasi dana|audiensi|peminjaman (?:gedung|aula|tempat|kendaraan))\b", Words, 2000)]
    private static partial Regex Support();
}
