using Gateway.Adapters.Email.Reading;

namespace Gateway.Tests.Adapters.Email;

/// <summary>What is asked before an expression is tried must let pass whatever the expression finds.</summary>
internal sealed class AskingLess
{
    // All by which an expression is tried, and none that makes it needless.
    private static readonly WordSigns AnySign = Enum.GetValues<WordSigns>().Where(sign => !sign.ToString().StartsWith("Sure", StringComparison.Ordinal)).Aggregate((all, sign) => all | sign);

    // One of each alternative of the expressions in OfficeKinds.
    private static readonly string[] OfficePhrases =
    [
        "undangan", "invitation", "konfirmasi kehadiran", "agenda rapat", "rapat koordinasi", "notulen", "risalah", "daftar hadir", "penawaran", "quotation", "price list",
        "paket meeting", "company profile", "proposal", "kerja sama", "kerjasama", "MoU", "perjanjian kerja", "lamaran", "melamar", "lowongan kerja", "prakerin", "izin magang",
        "PKL", "kerja praktik", "izin penelitian", "skripsi", "tesis", "kunjungan kerja", "studi banding", "surat edaran", "nota dinas", "disposisi", "telaahan", "pengumuman",
        "pemberitahuan", "penyampaian", "himbauan", "imbauan", "permintaan data", "data dukung", "rekapitulasi", "absensi", "laporan kinerja", "LKjIP", "SAKIP", "renja",
        "renstra", "RKA", "DPA", "draft", "revisi", "KAK", "RAB", "SPJ", "SPPD", "SKP", "pemeliharaan server", "maintenance", "rekonsiliasi", "harmonisasi", "rancangan",
        "sanggahan", "tender", "lelang", "aset", "invoice", "tagihan", "kwitansi", "faktur", "pembayaran", "purchase order", "PO 7", "termin", "jatuh tempo",
        "permohonan dana", "sponsorship", "audiensi", "mengharapkan kehadiran", "mohon hadir", "diundang", "mengundang", "untuk hadir", "zoom", "google meet", "meeting id",
        "narasumber", "ruang rapat", "pukul 09.00 WITA", "mohon dipersiapkan", "menawarkan", "katalog", "e-katalog", "ekatalog", "distributor", "produk kami", "harga terbaik",
        "payment terms", "presentasi", "pemesanan", "reservasi", "coffee break", "hotel kami", "curriculum vitae", "CV", "cv-nya", "ijazah", "pas foto", "wawancara",
        "fresh graduate", "lulusan", "di seluruh OPD", "disebarluaskan", "di lingkungan pemerintah", "menindaklanjuti surat", "sesuai rekomendasi", "cuti bersama", "piket",
        "paling lambat", "format terlampir", "mohon mengirimkan data", "capaian kinerja", "direview", "di-review", "dikoreksi", "untuk diproses", "SIRUP", "LPSE",
        "berita acara", "pemutakhiran", "mengisi tautan", "perubahan anggaran", "server", "kelengkapan SPJ", "BAST", "rekening perusahaan", "boarding pass", "pelunasan", "NPWP",
        "mengajukan proposal", "donatur", "sponsor", "kuitansi", "penagihan", "rekap", "magang", "penelitian", "lowongan", "santunan", "permohonan bantuan dana", "partisipasi dana", "peminjaman gedung", "sponsornya",
    ];

    [TestCaseSource(nameof(OfficePhrases))]
    public void AKindOfOfficeMailIsLookedForWhereItsWordsStand(string phrase)
    {
        var all = OfficeKinds.CountIn(AnySign, AnySign, WordSigns.None, phrase, phrase, int.MaxValue);
        Assert.That(all, Is.Positive);
        var matter = Matter.Of(phrase, phrase);
        Assert.That(OfficeKinds.CountIn(matter.SubjectSigns, matter.Signs, matter.TextSigns, phrase, phrase, int.MaxValue), Is.EqualTo(all));
    }

    [TestCase("---------- Forwarded message ---------")]
    [TestCase("-- Pesan yang diteruskan --")]
    [TestCase("===== Surat terusan =====")]
    [TestCase("__ Email terusan")]
    [TestCase("Begin forwarded message:")]
    [TestCase("Awal pesan terusan:")]
    [TestCase("Pesan yang diteruskan:")]
    [TestCase("Pesan diteruskan:")]
    [TestCase("Pesan terusan :")]
    [TestCase("Mulai pesan yang diteruskan:")]
    public void AMarkerIsKnownByItsBeginning(string line) => Assert.That(Forwarded.IsMarker(line), Is.True);

    [TestCase("Dikirim dari iPhone saya")]
    [TestCase("Terkirim dari Samsung Galaxy")]
    [TestCase("Sent from my iPhone")]
    [TestCase("Sent with Proton Mail")]
    [TestCase("Dikirim menggunakan Gmail")]
    [TestCase("Dapatkan Outlook untuk Android")]
    [TestCase("Unduh Outlook untuk iOS")]
    [TestCase("Get Outlook for iOS")]
    [TestCase("Pada Sen, 15 Jun 2026 10.00 Budi <budi@warga.example> menulis:")]
    [TestCase("Tanggal 15 Juni 2026 10.00 Budi menulis:")]
    [TestCase("On Mon, Jun 15, 2026 at 10:00 AM Budi <budi@warga.example> wrote:")]
    [TestCase("2026-06-15 10:00 GMT+08:00 Budi <budi@warga.example>:")]
    [TestCase("-----Pesan Asli-----")]
    public void ALineThatIsNotTheWritersIsKnownByItsBeginning(string line) => Assert.That(QuotedHistory.Cut(["Lampu mati.", line], isReply: true), Is.EqualTo("Lampu mati."));

    [TestCase("Nama Lengkap", "Name")]
    [TestCase("Your name", "Name")]
    [TestCase("Full name", "Name")]
    [TestCase("Pelapor", "Name")]
    [TestCase("E-mail", "Email")]
    [TestCase("Surel", "Email")]
    [TestCase("Alamat email aktif", "Email")]
    [TestCase("WhatsApp", "Phone")]
    [TestCase("Telephone", "Phone")]
    [TestCase("Telepon/WA", "Phone")]
    [TestCase("Tlp", "Phone")]
    [TestCase("H.P.", "Phone")]
    [TestCase("Handphone", "Phone")]
    [TestCase("Mobile", "Phone")]
    [TestCase("Seluler", "Phone")]
    [TestCase("Nomor yang bisa dihubungi", null)]
    [TestCase("Nomor Induk Kependudukan", "Nik")]
    [TestCase("KTP", "Nik")]
    [TestCase("Domisili", "Address")]
    [TestCase("Home address", "Address")]
    [TestCase("Subyek", "Subject")]
    [TestCase("Topik", "Subject")]
    [TestCase("Hal", "Subject")]
    [TestCase("Teks laporan", "Text")]
    [TestCase("Kronologi kejadian", "Text")]
    [TestCase("Komentar", "Text")]
    [TestCase("Kritik dan saran", "Text")]
    [TestCase("Tempat kejadian", "Place")]
    [TestCase("Location", "Place")]
    [TestCase("Jenis aduan", "Category")]
    [TestCase("Category", "Category")]
    [TestCase("Entry ID", "Technical")]
    [TestCase("Timestamp", "Technical")]
    [TestCase("Stempel waktu", "Technical")]
    [TestCase("g-recaptcha-response", "Technical")]
    [TestCase("Saya setuju dengan ketentuan", "Technical")]
    [TestCase("Referrer", "Technical")]
    [TestCase("Dikirim pada", "Technical")]
    [TestCase("Lampu jalan", null)]
    public void ALabelIsKnownByItsBeginning(string label, string? field) => Assert.That(FormLabels.Of(label)?.ToString(), Is.EqualTo(field));
}
