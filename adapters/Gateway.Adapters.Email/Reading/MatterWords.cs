using System.Collections.Frozen;

namespace Gateway.Adapters.Email.Reading;

/// <summary>The words citizens and offices use, in Indonesian, in the tongues of the region and in English.</summary>
internal static class MatterWords
{
    private const string Prefixes = "mem men meng me di ke ter ber pem pen peng pe se";
    private const string Suffixes = "an kan i nya lah";

    private const string Stems =
        """
        mati padam rusak hancur lubang bocor mampet sumbat macet banjir luap genang tumpuk numpuk longsor ambles amblas retak miring tumbang patah putus
        jebol ambruk roboh runtuh gelap keruh kotor busuk bau asap debu becek licin bising semrawut cemar limbah jatuh tabrak celaka bahaya hilang curi
        tipu palsu peras ancam aniaya suap korup pungli keluh adu lantar langgar rugi ganggu biar abai bakar longgar setrum resah habis potong rendam
        gigit tertib bersihkan keruk perbaik
        """;

    private const string Forms =
        """
        pengaduan aduan keluhan kekecewaan kecewa keberatan protes melapor melaporkan lapor lambat lelet buruk antri antre ngantri antrian antrean pungutan
        oknum calo preman begal jambret penjambretan ugal ugal-ugalan liar ilegal bohong semena semena-mena dipersulit diskriminasi ditolak menolak mahal
        membengkak bengkak kosong telat terlambat menyengat sesak berserakan berceceran terpeleset tercecer tewas korban darurat hampir lapuk rawan mangkrak
        terbengkalai nganggur ngaco amburadul tutup menjuntai lalat belatung eror error terkikis abrasi terendam menganga asal-asalan sembarangan kesulitan
        kepotong dialihkan menunggak ditinggal dipalak bentrok tawuran keributan ribut berisik merembes rembes anjlok korsleting nyangkut mandek mogok off
        wabah keracunan nyamuk sedimen pelicin kecelakaan menabrak rakai paeh poek bagubang jlek jelek lmpu dbnerin dibaiki benerin perbaiki diperbaiki
        perbaikan dibetulkan ditertibkan dibersihkan dikeruk pengerukan parah hncur seminggu sebulan setahun berhari-hari berbulan-bulan bertahun-tahun belum
        blm blom dereng balum acan broken damage damaged pothole potholes flood flooded garbage trash waste smoke smell smells stink dangerous unsafe complain
        complaint refused refuse overcharge overcharged dark leak leaking blocked dirty polluted pollution noise noisy rude bribe bribes illegal stolen accident
        injured nobody never fix repair repaired unfair waited stuck crash overflow overflowing switched
        """;

    private static readonly (WordSigns Sign, string Words)[] Listed =
    [
        (WordSigns.Not, "tidak tdk gak nggak ngga enggak ga gk tak kada kadada ndak nda ndik endik ora teu tanpa not"),
        (WordSigns.PoliteAfterNot, "perlu terhingga lupa membalas kenal jaminan potongan mengurangi only"),
        (WordSigns.Already, "sudah udah sdh dah"),
        (WordSigns.Span, "hari minggu bulan tahun jam kali bln thn hr mgg"),
        (WordSigns.Request,
            """
            mohon memohon tolong tlg tulung minta meminta harap berharap usul usulan mengusulkan saran menyarankan masukan aspirasi kapan kpn bagaimana gimana
            apakah mengapa kenapa knp mana dimana berapa tanya nanya informasi info ingin pengen sebaiknya semoga agar supaya lapor laporan please would could how
            when where why suggest suggestion request report
            """),
        (WordSigns.English, "the and you your is are with for from have this that we our of to"),
        (WordSigns.Office,
            """
            undangan mengundang invitation kehadiran hadir diundang rapat notulen risalah zoom meet meeting narasumber pukul dipersiapkan penawaran menawarkan
            quotation price company proposal kerjasama kerja mou perjanjian katalog distributor produk jasa layanan perusahaan harga payment presentasi pemesanan
            reservasi e-katalog ekatalog coffee hotel paket lamaran melamar lowongan prakerin magang pkl praktik penelitian skripsi tesis kunjungan studi
            curriculum cv ijazah foto wawancara graduate lulusan surat nota disposisi telaahan pengumuman pemberitahuan penyampaian himbauan imbauan seluruh
            disebarluaskan lingkungan rekomendasi cuti piket data rekap rekapitulasi absensi laporan lkjip sakip renja renstra rka dpa draft revisi kak rab spj
            sppd skp pemeliharaan maintenance rekonsiliasi harmonisasi rancangan sanggahan tender lelang aset lambat format menyampaikan mengirimkan melengkapi
            mengisi capaian direview di-review dikoreksi diproses sirup lpse anggaran server kelengkapan berita pemutakhiran invoice tagihan penagihan kwitansi
            kuitansi faktur pembayaran purchase po termin tempo bast rekening boarding pelunasan npwp permohonan sponsorship audiensi donatur sponsor santunan
            partisipasi peminjaman nomor no sifat lampiran lamp hal perihal agenda jadwal konfirmasi daftar
            """),
        (WordSigns.Spam,
            """
            won lottery beneficiary fund prize details inheritance kin bitcoin crypto cryptocurrency investment guaranteed seo backlink backlinks guest google rank
            design traffic viagra cialis casino dating singles slot gacor maxwin judi togel bandar bonus deposit alternatif pinjaman dana cair jaminan rendah kuat
            pembesar pelangsing undian promo ongkir diskon
            """),
        (WordSigns.Invitation, "kehadiran hadir diundang mengundang zoom meet meeting narasumber notulen rapat pukul dipersiapkan"),
        (WordSigns.Offer,
            """
            menawarkan penawaran price katalog ekatalog company distributor produk jasa layanan perusahaan harga quotation payment presentasi pemesanan reservasi
            coffee hotel
            """),
        (WordSigns.Application,
            """
            lamaran melamar curriculum cv ijazah lowongan prakerin foto magang praktik penelitian wawancara skripsi tesis graduate lulusan
            """),
        (WordSigns.Circular,
            """
            edaran tugas keputusan menindaklanjuti menunjuk sehubungan memperhatikan nota disposisi seluruh disebarluaskan lingkungan rekomendasi cuti piket
            """),
        (WordSigns.Report,
            """
            lambat format menyampaikan mengirimkan melengkapi mengisi capaian direview review dikoreksi diproses hasil draft rekap sirup lpse rekonsiliasi
            berita rancangan pemutakhiran tender anggaran server kelengkapan
            """),
        (WordSigns.Bill, "invoice tempo kwitansi kuitansi bast faktur termin rekening boarding spj purchase pelunasan npwp"),
        (WordSigns.OfficeSubject,
            """
            undangan mengundang invitation kehadiran rapat notulen risalah hadir penawaran quotation price meeting company proposal kerja kerjasama mou perjanjian
            lamaran melamar lowongan prakerin magang pkl praktik penelitian skripsi tesis kunjungan studi dinas edaran tugas perintah keputusan pengantar masuk
            keluar nota disposisi telaahan pengumuman pemberitahuan penyampaian himbauan imbauan data rekap rekapitulasi absensi bulanan triwulan semester
            tahunan kinerja realisasi keuangan hasil lkjip sakip renja renstra rka dpa draft revisi kak rab spj sppd skp pemeliharaan
            maintenance rekonsiliasi harmonisasi rancangan sanggahan tender lelang aset invoice tagihan penagihan kwitansi kuitansi faktur pembayaran purchase po
            termin tempo dana sponsor narasumber peminjaman pinjam sponsorship audiensi
            """),
        (WordSigns.Support, "proposal donatur santunan permohonan partisipasi audiensi peminjaman"),
        (WordSigns.SureInvitation, "diundang mengundang zoom narasumber notulen"),
        (WordSigns.SureOffer, "menawarkan penawaran katalog distributor quotation presentasi pemesanan reservasi ekatalog"),
        (WordSigns.SureApplication, "melamar cv ijazah lowongan prakerin magang penelitian wawancara skripsi tesis lulusan"),
        (WordSigns.SureCircular, "disposisi disebarluaskan piket"),
        (WordSigns.SureReport, "direview dikoreksi draft rekap sirup lpse rekonsiliasi pemutakhiran tender server"),
        (WordSigns.SureBill, "invoice kwitansi kuitansi bast termin spj pelunasan npwp"),
        (WordSigns.SureSupport, "donatur sponsor sponsorship santunan audiensi"),
        (WordSigns.SureSubject,
            """
            undangan mengundang invitation notulen risalah penawaran quotation proposal kerjasama mou lamaran melamar lowongan prakerin magang pkl skripsi
            tesis disposisi telaahan pengumuman pemberitahuan penyampaian himbauan imbauan rekap rekapitulasi absensi lkjip sakip renja renstra rka dpa draft
            revisi kak rab spj sppd skp maintenance rekonsiliasi harmonisasi rancangan sanggahan tender lelang aset invoice tagihan penagihan kwitansi
            kuitansi faktur pembayaran termin sponsorship audiensi
            """),
        (WordSigns.LetterHead, "nomor no sifat lampiran lamp hal perihal"),
        (WordSigns.Thanks, "kasih terimakasih trimakasih makasih kasihnya apresiasi suwun nuwun thank thanks thx tks trims selamat salam assalamualaikum assalamu'alaikum halo hai hello hi kabar permisi good"),
        (WordSigns.Asked, "data informasi salinan"),
    ];

    private static readonly Dictionary<string, WordSigns> Signs = Collected();

    // Nearly all of them.
    private static readonly FrozenDictionary<ulong, WordSigns> Packed =
        Signs.Where(word => PackedWord.TryOf(word.Key, out _)).ToFrozenDictionary(word => PackedWord.TryOf(word.Key, out var packed) ? packed : 0, word => word.Value);

    private static readonly FrozenDictionary<string, WordSigns>.AlternateLookup<ReadOnlySpan<char>> Others =
        Signs.Where(word => !PackedWord.TryOf(word.Key, out _)).ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word is a sign of.</summary>
    /// <param name="word">In small letters.</param>
    public static WordSigns Of(ReadOnlySpan<char> word) =>
        PackedWord.TryOf(word, out var packed) ? Of(packed) : Others.TryGetValue(word, out var signs) ? signs : WordSigns.None;

    /// <inheritdoc cref="Of(ReadOnlySpan{char})"/>
    /// <param name="packed">The word as a number (<see cref="PackedWord"/>).</param>
    public static WordSigns Of(ulong packed) => Packed.TryGetValue(packed, out var signs) ? signs : WordSigns.None;

    private static Dictionary<string, WordSigns> Collected()
    {
        var troubles = from prefix in Words(Prefixes).Append("") from stem in Words(Stems) from suffix in Words(Suffixes).Append("") select prefix + stem + suffix;
        var signs = troubles.Concat(Words(Forms)).Distinct().ToDictionary(word => word, _ => WordSigns.Trouble, StringComparer.Ordinal);
        foreach (var (sign, listed) in Listed)
        {
            foreach (var word in Words(listed)) signs[word] = signs.GetValueOrDefault(word) | sign;
        }

        return signs;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
