using Gateway.Core.Duplicates;

namespace Gateway.Tests.Labelled;

/// <summary>What people do to a text when they tell a matter anew, and what they never do: a case of each kind.</summary>
internal sealed class DuplicateLanguageTests
{
    [TestCase("Warga minta pengerukan parit di Jl. Sukamaju RT 7, airnya meluap.", "parit jl sukamaju rt 7 tolong dikeruk, air melimpah ke rumah", TestName = "AFormOfTheSameRoot")]
    [TestCase("Truk pasir lewat Jl. Sukamaju jam 11 malam, rumah bergetar.", "Truk pasir melintas pukul 23.00 di Jl. Sukamaju sehingga rumah warga bergetar.", TestName = "AnHourOfBothDials")]
    [TestCase("Sampah di Jl. Gajah Putih menumpuk, baunya menyengat.", "sampah jl gajahputih numpuk bau banget", TestName = "ANameWrittenTogether")]
    [TestCase("Pohon besar miring ke kabel listrik di Jl. Dirgantoro, takut roboh.", "pohon besar miring ke kabel listrik jl dirgontaro takut roboh", TestName = "ANameWithItsVowelsMixedUp")]
    [TestCase("Anak saya belum punya akta, kami tinggal di Gang Bakti RT 4.", "Mohon penerbitan akta kelahiran anak di Gang Bakti RT 4 yang sampai kini belum dimiliki.", TestName = "AThingToldMoreExactly")]
    [TestCase("Tarif kelotok di dermaga Teluk Sebening naik jadi 15 ribu.", "ongkos klotok dermaga tlk sebening naikin jadi 15rb", TestName = "WordsOfTheStreet")]
    [TestCase("Sengketa batas\nPatok tanah kami di Desa Sukamulia digeser orang perusahaan, sekarang kurang dua belas meter.", "Bang, ini kiriman dari pamanku yang sudah isi formulir tapi takut tidak terbaca: Patok tanah kami di Desa Sukamulia digeser orang perusahaan, sekarang kurang dua belas meter. begitu katanya", TestName = "ACopyWithAnotherHeadAround")]
    [TestCase("Jembatan kayu menuju dermaga Desa Sukamulia papannya banyak lepas, kemarin ada ibu-ibu terperosok sampai luka.", "Jembtan rusak\nJembatan kayu menjuu dermga Desa Sukamulia papanya banyak lpas, kemaren ada ibu2 terprosok sampe luka.", TestName = "SlipsInTheirPlaces")]
    [TestCase("Kapal barang buang oli ke laut di Pelabuhan Sukamulia, airnya pelangi semua", "Saya nelayan kecil yang mencari nafkah di laut. Mohon izin menyampaikan informasi berikut. Kapal barang buang oli ke laut di Pelabuhan Sukamulia, airnya pelangi semua.", TestName = "WhoGivesInformationAsksForNone")]
    [TestCase("Saya salah satu guru PAUD Kenanga di Sukamulia. Insentif bulan Juli sampai September belum kami terima, kami 8 orang hanya mengandalkan itu.", "Insentif 8 guru PAUD Kenanga Sukamulia Juli-September belum dibayar.", TestName = "OneOfEight")]
    [TestCase("Trotoar Jalan Jenderal Sudirman depan Mal Sukamaju penuh pedagang kaki lima. Tadi siang kereta bayi hampir diserempet mobil.", "Tadi siang kereta bayi hampir diserempet mobil. Trotoar depan Mal Sukamaju penuh pedagang kaki lima.\nJl. Jend. Sudirman", TestName = "AnAbbreviationIsNoEndOfASentence")]
    [TestCase("Hujan pada Selasa sore mengakibatkan Jalan Sukamaju di depan Toko Roti Kenanga tergenang. Empat mobil mogok. Gorong-gorongnya kecil dan tertutup kabel. Kami pemilik toko rugi enam juta rupiah, karyawan sampai mengangkat karung tepung ke atas meja.", "jalan sukamaju depan roti kenanga banjir tiap hujan", TestName = "AShortOneInsideALongOne")]
    public void IsFound(string one, string other) => Assert.That(Match.Of(Likeness.Of(Wording.Of(one), Wording.Of(other))), Is.Not.Null);

    [TestCase("Tolong pohon di depan SD Sukamaju segera ditebang, daunnya kotor.", "Tolong pohon di depan SD Sukamaju jangan ditebang, anak-anak berteduh.", TestName = "TheOppositeWish")]
    [TestCase("Minta portal di ujung Jl. Sukamaju dibuka 24 jam.", "Minta portal di ujung Jl. Sukamaju ditutup, banyak maling.", TestName = "ToOpenAndToClose")]
    [TestCase("Toilet umum di Pasar Sukamaju mampet sudah seminggu.", "Toilet umum di Puskesmas Sukamaju mampet sudah seminggu.", TestName = "AnotherSiteOfOneName")]
    [TestCase("Banjir di Jl. Sukamaju tanggal 5 Januari selutut.", "Banjir lagi di Jl. Sukamaju 18 Februari sepinggang.", TestName = "AnotherDay")]
    [TestCase("Sampah di Perum Sukamaju blok c tidak diangkut.", "Sampah di Perum Sukamaju blok d tidak diangkut.", TestName = "AnotherBlockOfALetter")]
    [TestCase("Kepada PLN, permohonan tambah daya rumah saya di Sukamaju sudah dibayar 12 hari lalu tetapi petugas belum datang.", "Kepada PLN, permohonan pemindahan tiang rumah saya di Sukamaju sudah dibayar 12 hari lalu tetapi petugas belum datang.", TestName = "ALetterWithOneThingExchanged")]
    [TestCase("Surat pindah dari Berau ke Bontang tertahan di Dukcapil Berau.", "Surat pindah dari Berau ke Paser tertahan di Dukcapil Berau.", TestName = "AnotherTown")]
    public void IsAnother(string one, string other) => Assert.That(Match.Of(Likeness.Of(Wording.Of(one), Wording.Of(other))), Is.Null);

    [TestCase("Lampu lalu lintas simpang Jalan Sutomo mati dua hari.", "traffic light simpang jl sutoyo mati udah 2 hari min", TestName = "AStreetOfAlmostThatName")]
    [TestCase("dermaga desa tanjung harapan ambruk kena tabrak tongkang", "dermaga desa tanjung limau ambruk pak ditabrak tongkang", TestName = "AVillageOfHalfThatName")]
    [TestCase("air sungai di kampung merasa keruh gara2 tambang emas liar, ikan mati", "kampung inaran air sungainya keruh karena tambang emas liar, ikan pada mati", TestName = "OneWhoseVillageWasNotUnderstood")]
    public void IsNotHeld(string one, string other) => Assert.That(Match.Of(Likeness.Of(Wording.Of(one), Wording.Of(other)))?.IsSure, Is.Not.True);

    [Test]
    public void ARootIsFoundBehindPrefixAndSuffix([Values("dikeruk", "mengeruk", "pengerukan", "keruklah", "ngeruk")] string word) =>
        Assert.That(new Roots(["keruk"]).Of(word), Is.EqualTo("keruk"));

    [Test]
    public void NothingIsARootThatIsNotKnown() => Assert.That(new Roots(["keruk"]).Of("beras"), Is.Null);
}
