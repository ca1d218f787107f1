using Gateway.Core.Duplicates;
using Gateway.Core.Identity;
using Gateway.Infrastructure.Identity;
using Gateway.Tests.Support;

namespace Gateway.Tests.Labelled;

/// <summary>How well copies of a complaint are told from its look-alikes, on labelled texts, by index and words together.</summary>
internal sealed class DuplicateTests
{
    private const int MostCompared = 20;

    [TestCase(false)]
    [TestCase(true)]
    public void TellsCopiesFromLookAlikes(bool apart)
    {
        var measure = DuplicateMeasure.Of(apart, MostCompared);

        TestContext.Out.WriteLine(measure.Told);
        Assert.That(measure.Recall, Is.AtLeast(0.95), measure.Told);
        Assert.That(measure.FalseHolds, Is.AtMost(0.01), measure.Told);
        Assert.That(measure.LookAlikesHeld, Is.AtMost(0.04), measure.Told);
    }

    [Test]
    public void TheSetIsLargeEnough() =>
        Assert.That(DuplicateSet.Read(false).Concat(DuplicateSet.Read(true)).Count(row => row.Kind == "base"), Is.AtLeast(120));

    [TestCase("lmapu jalan di jl cendana mati", "Lampu jalan di Jl. Cendana padam.", "same-matter")]
    [TestCase("Lampu jalan di Jl. Cendana RT 5 mati", "Lampu jalan di Jl. Cendana RT 15 mati", null)]
    [TestCase("Lampu jalan di Jl. Cendana mati", "Lampu jalan di Jl. Kemuning mati", null)]
    [TestCase("Lampu jalan di Jl. Cendana mati", "Sampah di Jl. Cendana menumpuk", null)]
    [TestCase("lampu jalan mati", "Lampu jalan di Jl. Cendana mati", null)]
    public void SaysWhy(string one, string other, string? code) => Assert.That(Match.Of(Likeness.Of(Wording.Of(one), Wording.Of(other)))?.Code, Is.EqualTo(code));

    [TestCase("Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang.", "Pipa PDAM di Jl. Cendana RT 5 pecah lagi, air terbuang. Yang dulu sudah diperbaiki.", false)]
    [TestCase("Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang.", "Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang lagi. Belum pernah diperbaiki.", true)]
    [TestCase("Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang.", "Pipa PDAM di Jl. Cendana RT 5 pecah, air terbuang. Sudah lama belum juga diperbaiki.", true)]
    public void WhatBrokeAgainAfterItWasMendedIsNotSurelyTheSame(string first, string later, bool isSure) =>
        Assert.That(Match.Of(Likeness.Of(Wording.Of(first), Wording.Of(later)))?.IsSure, Is.EqualTo(isSure));

    [TestCase("Apakah pohon di depan rumah saya di Jl. Cendana boleh ditebang sendiri? Siapa yang dihubungi?", "Pohon di depan rumah saya di Jl. Cendana sudah ditebang petugas, batangnya ditinggal begitu saja. Tolong ditebang sampai habis dan diangkut.", false)]
    [TestCase("Kami warga RT 5 Jl. Cendana menolak pembangunan menara sinyal di sini.", "Mohon pembangunan menara sinyal di Jl. Cendana RT 5 segera dimulai, sinyal buruk.", false)]
    [TestCase("Guru kelas 4A SD Cendana jarang masuk, mengajar sembilan hari sebulan.", "pak guru kls 4C SD Cendana jarang masuk, ngajar 9 hari aja sebulan", false)]
    [TestCase("Permohonan sertifikat saya atas nama Sutrisna di BPN sudah setahun belum selesai.", "sertifikat saya an wartoyo di bpn udah setahun blm selesai", false)]
    [TestCase("Septic tank rumah nomor 20 Jl. Cendana meluap ke parit, saya di nomor 18.", "Tinja dari rumah nomor 20 Jl. Cendana meluap ke parit depan warung saya nomor 24.", true)]
    [TestCase("Galian pipa di Jl. Cendana dibiarkan terbuka sudah dua minggu, pekerjanya hilang.", "galian pipa di jl cendana ga ditutup2 2 minggu, pekerjanya ilang", true)]
    public void ReadsWhoAsksWhoIsAgainstAndWhatANeighbourAdds(string one, string other, bool isOne) =>
        Assert.That(Match.Of(Likeness.Of(Wording.Of(one), Wording.Of(other))), isOne ? Is.Not.Null : Is.Null);

    // Reported as done, another trouble in its place, another child, another house.
    [TestCase("Lampu jalan di Jl. Cendana depan kantor pos berkedip terus sudah seminggu.", "Lampu jalan di Jl. Cendana depan kantor pos yang berkedip sudah diganti petugas tadi malam.")]
    [TestCase("Jl. Cendana RT 9 tiap malam ada orang adu ayam pakai taruhan, ribut, motor menumpuk di jalan. Tolong dibubarkan.", "Jl. Cendana RT 9 tiap malam ada orang organ tunggal, ribut, motor menumpuk di jalan. Tolong dibubarkan.")]
    [TestCase("wali murid Alif kelas 1B SD Cendana, belum dapat seragam gratis, ukurannya katanya habis", "ini mamanya Naura kelas 1B SD Cendana, belum dapat seragam gratis, katanya ukurannya habis")]
    [TestCase("Maling meteran air di Gang Cendana, semalam punya bu Ratih no 12 hilang.", "Maling meteran air beraksi di Gang Cendana, subuh tadi giliran pak Yunus no 15, minggu lalu bu Ratih no 12 hilang.")]
    public void WhatHasSomethingElseInItsPlaceIsNotSurelyTheSame(string one, string other) =>
        Assert.That(Match.Of(Likeness.Of(Wording.Of(one), Wording.Of(other)))?.IsSure, Is.False);

    // Frames of who passes it on, a number typed to its word, told at length in other words, a title that is nobody's father.
    [TestCase("Sumur bor bantuan di Desa Cendana tidak berfungsi sejak dua bulan. Pompa dibawa kontraktor untuk diservis dan tidak kembali. Warga mengambil air di sungai yang keruh.\nDesa Cendana, Karangan", "[14/10 08.12] Pak Kadus Seruni: assalamualaikum pak camat, ini yg saya isikan di web\n[14/10 08.13] Pak Kadus Seruni: Sumur bor bantuan di Desa Cendana tidak berfungsi sejak dua bulan. Pompa dibawa kontraktor untuk diservis dan tidak kembali. Warga mengambil air di sungai yang keruh.")]
    [TestCase("Beruang madu masuk kampung\nSudah tiga malam beruang madu masuk ke kampung kami di Desa Cendana, mengacak-acak dapur dan kandang ayam.\nDesa Cendana, Samboja", "Re: Re: Beruang madu masuk kampung\nPak, email di bawah ini belum ada balasan.\n> On Tue, Suroso Hadi wrote:\n> Sudah tiga malam beruang madu masuk ke kampung kami di Desa Cendana, mengacak-acak dapur dan kandang ayam.")]
    [TestCase("Bengkel motor di Jalan Cendana Gang 2 membuang oli bekas ke tanah kosong, ikan di kolam saya mati.\nJl. Cendana Gg. 2", "bengkel motor di jaln cendana gang2 membung oli bekas ke tanah kosong, ikan di kolm saya mati")]
    [TestCase("Kapal angkutan kami tertahan dua hari di Riam Cendana karena air surut dan alur tertutup kayu log hanyut milik perusahaan. Akibatnya harga beras di hulu mencapai 25.000 per kilogram. Mohon perusahaan membersihkan alur.", "kapal kami ditahan 2 hari di riam Cendana gara2 air surut sm kayu log hanyut punya perusahaan nutup alur. beras di ulu udh 25rb sekilo. tolong suruh perusahaan bersihin")]
    [TestCase("Bapak Camat yang terhormat, tali jembatan gantung Desa Cendana putus sebelah. Murid masih terpaksa melewatinya.", "jembatan gantung desa Cendana talinya sebelah putus, anak sekolah tetap lewat")]
    [TestCase("Air PDAM di Dusun Sungai Cendana RT 3 keruh dan berbau karat sudah seminggu.", "air pdam dusun sungaicendana rt3 keruh dan bau karat sudah seminggu")]
    [TestCase("Saya membayar pajak motor tanggal 3 Juni, di Samsat Tanjung Redeb data masih menunggak. Petugas menyuruh bayar lagi.", "sy bayar pajak motor tgl 3 juni, di samsat tanjungredep data msih nunggak. petugas suruh bayar lagi")]
    [TestCase("Permintaan pemangkasan pohon\nPohon trembesi besar depan rumah ibu saya sudah condong ke kabel dan dahannya lapuk. Mohon dipangkas. Hendrik Sualang\nJl. Cendana RT 25, Balikpapan Selatan", "Fwd: Permintaan pemangkasan pohon\nDear tim taman,\nTerlampir permintaan warga.\n>>Pohon trembesi besar depan rumah ibu saya sudah condong ke kabel dan dahannya lapuk. Mohon dipangkas. Hendrik Sualang\n>>Jl. Cendana RT 25\nSalam,\nDLH Kota Balikpapan")]
    public void WhatIsPassedOnOrToldAnewIsFound(string one, string other) =>
        Assert.That(Match.Of(Likeness.Of(Wording.Of(one), Wording.Of(other))), Is.Not.Null);

    [Test]
    public void WhoSignsAtTheHeadOfALetterIsNoFrame() =>
        Assert.That(Match.Of(Likeness.Of(Wording.Of("Dari: Warga RT 5 Jl. Cendana\nKepada: Dinas Kebersihan\nDengan hormat, sampah di lingkungan kami sudah seminggu tidak diangkut, menumpuk di depan pos ronda dan bau busuk menyengat. Mohon segera diangkut."), Wording.Of("Dari: Warga RT 9 Jl. Kemuning\nKepada: Dinas Kebersihan\nDengan hormat, sampah di lingkungan kami sudah seminggu tidak diangkut, menumpuk di depan pos ronda dan bau busuk menyengat. Mohon segera diangkut."))), Is.Null);

    [Test]
    public void ARefusalThatIsToldInThePassiveIsNoWish() =>
        Assert.That(Match.Of(Likeness.Of(Wording.Of("KTP saya belum dicetak dengan alasan blangko habis. Surat keterangan saya ditolak bank di Samboja."), Wording.Of("ktp sy belum dicetak dgn alasan blangko habis. surat keterangan saya di tolak bank di samboja"))), Is.EqualTo(new Match("same-matter", IsSure: true)));

    [Test]
    public void ALongTextIsFoundByItsPlaceThoughItHasManyOtherNames()
    {
        using var vault = new AesVault(Some.Key("mine"));

        Assert.That(
            Values("Kepada dinsos. Ada nenek tinggal di pos ronda gang masjid jl pelita 4, tidak ada keluarga", 1)
                .Intersect(Values("Saya Wulan mahasiswi KKN. Ada seorang nenek yang menyebut dirinya Mak Ijah, sudah sebelas hari tidur di pos ronda Gang Masjid Jalan Pelita 4. Beliau diusir menantunya dan tidak punya keluarga lain. Kakinya bengkak dan bernanah, makannya dari warga bergantian. Kalau malam hujan beliau basah karena pos tidak berdinding. Mohon dijemput ke panti dan diperiksa kakinya.", 2)),
            Is.Not.Empty);

        IEnumerable<long> Values(string text, byte key) => Signature.Of(Wording.Of(text), vault.Index("content", [key]), vault);
    }

    [Test]
    public void TheValuesSayNothingWithoutTheKey()
    {
        using var mine = new AesVault(Some.Key("mine"));
        using var theirs = new AesVault(Some.Key("theirs"));
        var told = Wording.Of("Lampu jalan di Jl. Cendana depan SDN 012 padam sudah seminggu.");

        Assert.That(Values(mine).Intersect(Values(theirs)), Is.Empty);
        using var again = new AesVault(Some.Key("mine"));
        Assert.That(Values(again), Is.EqualTo(Values(mine)));

        IEnumerable<long> Values(IVault vault) => Signature.Of(told, vault.Index("content", [1]), vault);
    }
}
