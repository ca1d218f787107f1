using CsCheck;
using Gateway.Contracts;
using Gateway.Core.Identity;
using Gateway.Tests.Support;

namespace Gateway.Tests.Core.Identity;

/// <summary>What points to a person is blotted; what the complaint is about stays.</summary>
internal sealed class MaskingTests
{
    [TestCase("NIK saya 6472010101900001 mohon dicek", "NIK saya [disamarkan] mohon dicek")]
    [TestCase("NIK: 6472 0101 0190 0001.", "NIK: [disamarkan].")]
    [TestCase("nik 647201-010190-0001", "nik [disamarkan]")]
    [TestCase("NIK 6271.0101.0190.0001", "NIK [disamarkan]")]
    [TestCase("KK 64.72.01.010190.0001, segera", "KK [disamarkan], segera")]
    public void BlotsANik(string text, string masked) => Expect(text, masked);

    [TestCase("081100000001")]
    [TestCase("0811-0000-0001")]
    [TestCase("0811 0000 0001")]
    [TestCase("0811.0000.0001")]
    [TestCase("0811 - 0000 - 0001")]
    [TestCase("0811–0000–0001")]
    [TestCase("0811\u20110000\u20110001")]
    [TestCase("0811\u00a00000\u00a00001")]
    [TestCase("6281100000001")]
    [TestCase("+6281100000001")]
    [TestCase("+62 811-0000-0001")]
    [TestCase("+62-811-0000-0001")]
    [TestCase("+62 (811) 0000 0001")]
    [TestCase("62 811 0000 0001")]
    [TestCase("0541-123456")]
    [TestCase("0541 123 456")]
    [TestCase("021-5550001")]
    [TestCase("+62 541 123456")]
    public void BlotsAPhoneNumberAsPeopleWriteIt(string phone)
    {
        Expect($"Hubungi {phone} segera", "Hubungi [disamarkan] segera");
        Expect($"WA:{phone}", "WA:[disamarkan]");
        Expect($"({phone})", "([disamarkan])");
        Expect($"nomor {phone}, terima kasih.", "nomor [disamarkan], terima kasih.");
    }

    [Test]
    public void BlotsAnAreaCodeInBrackets() => Expect("Telp. (0541) 123456.", "Telp. ([disamarkan].");

    [Test]
    public void BlotsEachOfSeveralNumbers()
    {
        Expect("0811-0000-0001/0811-0000-0002", "[disamarkan]/[disamarkan]");
        Expect("0811-0000-0001 0811-0000-0002", "[disamarkan] [disamarkan]");
        Expect("081100000001, 081100000002 dan +62 811-0000-0003", "[disamarkan], [disamarkan] dan [disamarkan]");
        Expect("+62 811-0000-001 0811-0000-002", "[disamarkan] [disamarkan]");
    }

    [TestCase("WA 81100000001")]
    [TestCase("hp saya: 811-0000-0001")]
    public void BlotsANumberThatLostItsZeroWhereItIsCalledAPhone(string text) => Assert.That(Masking.Apply(text, null), Does.EndWith("[disamarkan]").And.Not.Contain("0000"));

    [TestCase("surat ke siti.contoh@warga.example ya", "surat ke [disamarkan] ya")]
    [TestCase("<SITI+lapor@mail.warga.example>", "<[disamarkan]>")]
    public void BlotsAnEmailAddress(string text, string masked) => Expect(text, masked);

    [TestCase("siti.contoh[at]warga.example", "[disamarkan]")]
    [TestCase("surel: siti (at) mail.warga.example ya", "surel: [disamarkan] ya")]
    [TestCase("siti @ warga.example", "[disamarkan]")]
    public void BlotsAnEmailAddressWrittenRoundAboutOrApart(string text, string masked) => Expect(text, masked);

    [TestCase("0811\u200b0000\u200b0001")]
    [TestCase("08\u200d11-00\u206000-0001")]
    [TestCase("\u202a0811-0000-0001\u202c")]
    [TestCase("0811\u00ad00000001")]
    [TestCase("٠٨١١٠٠٠٠٠٠٠١")]
    [TestCase("０８１１-００００-０００１")]
    public void BlotsANumberHiddenByInvisibleCharactersOrOtherDigits(string phone) => Expect($"Hubungi {phone} segera", "Hubungi [disamarkan] segera");

    [TestCase("siti\u200b@warga.example")]
    [TestCase("si\u00adti@warga\u200b.example")]
    public void BlotsAnEmailAddressHiddenByInvisibleCharacters(string address) => Expect(address, "[disamarkan]");

    [TestCase("Rekening 1234567890 atas nama saya", "Rekening [disamarkan] atas nama saya")]
    [TestCase("no. rek: 123-45-67890-1", "no. rek: [disamarkan]")]
    [TestCase("norek bank 1234 5678 9012", "norek bank [disamarkan]")]
    [TestCase("transfer ke BRI 123401000001505", "transfer ke BRI [disamarkan]")]
    public void BlotsAnAccountNumber(string text, string masked) => Expect(text, masked);

    [TestCase("Saya tinggal di Jl. Kartini No. 5 RT 03, Samarinda.", "Saya tinggal di [disamarkan].")]
    [TestCase("Alamat: Jalan Kartini Gg. 3 No. 12\nLampu mati", "Alamat: [disamarkan]\nLampu mati")]
    [TestCase("Alamat rumah saya: Perumahan Griya Asri Blok C No. 7", "Alamat rumah saya: [disamarkan]")]
    [TestCase("Saya beralamat di Gang Melati RT 5 RW 2 dan lampu di sini mati.", "Saya beralamat di [disamarkan] dan lampu di sini mati.")]
    [TestCase("Saya berdomisili di Desa Sukamaju RT 01, mohon bantuan.", "Saya berdomisili di [disamarkan], mohon bantuan.")]
    [TestCase("Rumah saya di Jl. Mawar 4; banjir.", "Rumah saya di [disamarkan]; banjir.")]
    [TestCase("Hubungi saya di rumah Jl. Gerilya Gang 7 No. 12", "Hubungi saya di rumah [disamarkan]")]
    [TestCase("Lampu di depan rumah Jl. Gerilya Gang 7 No. 12 mati", "Lampu di depan rumah Jl. Gerilya Gang 7 No. 12 mati")]
    [TestCase("Banjir di rumah Jl. Gerilya Gang 7", "Banjir di rumah Jl. Gerilya Gang 7")]
    public void BlotsAHomeAddress(string text, string masked) => Expect(text, masked);

    [TestCase("Jl. Wahid Hasyim", "Jl. Wahid Hasyim")]
    [TestCase("Jl. Wahid Hasyim Gang 7, Samarinda 75119", "Jl. Wahid Hasyim Gang 7, Samarinda 75119")]
    [TestCase("Jl. Wahid Hasyim No. 12", "[disamarkan]")]
    [TestCase("Jl. Wahid Hasyim RT 3 RW 1", "[disamarkan]")]
    [TestCase("Perum Sempaja Blok C-12A", "[disamarkan]")]
    public void TheStreetSomebodyLivesInIsAPlaceAndTheHouseIsTheirs(string address, string lokasi) =>
        Assert.That(Masking.Apply("Rusak: " + address, new Reporter(Address: address)), Is.EqualTo("Rusak: " + lokasi));

    [Test]
    public void BlotsAHomeAddressHoweverLong()
    {
        var address = "Jl. Kartini " + string.Join(' ', Enumerable.Repeat("sebelah toko besar", 12));

        Expect("Alamat: " + address, "Alamat: [disamarkan]");
    }

    [Test]
    public void BlotsWhatIsKnownOfTheReporter()
    {
        var reporter = new Reporter("Siti Contoh", "0811-0000-0001", "siti@warga.example", "6472010101900001", "Jl. Kartini No. 5", "~siti_c");

        Assert.That(Masking.Apply("Saya SITI\nCONTOH, (~siti_c)", reporter), Is.EqualTo("Saya [disamarkan], ([disamarkan])"));
        Assert.That(Masking.Apply("kirim ke Jl. Kartini No. 5 ya", reporter), Is.EqualTo("kirim ke [disamarkan] ya"));
        Assert.That(Masking.Apply("wa 811 0000 0001 atau 62811-0000-0001", reporter), Does.Not.Contain("0000"));
    }

    [Test]
    public void AKnownNameDoesNotUncoverTheAddressItIsPartOf() =>
        Assert.That(Masking.Apply("kirim ke siti@warga.example", new Reporter("Siti")), Is.EqualTo("kirim ke [disamarkan]"));

    [Test]
    public void AKnownNameBlotsWholeWordsOnly() =>
        Assert.That(Masking.Apply("Petugas melayani Ani dengan baik", new Reporter("Ani")), Is.EqualTo("Petugas melayani [disamarkan] dengan baik"));

    [TestCase("hormat kami, Siti Rahmawati")]
    [TestCase("hormat kami, rahmawati  contoh")]
    [TestCase("hormat kami, SITI RAHMAWATI CONTOH")]
    [TestCase("hormat kami, Si\u200bti Rahmawati")]
    public void APersonOfThreeNamesWhoSignsWithTwoIsBlotted(string text) =>
        Assert.That(Masking.Apply(text, new Reporter("Siti Rahmawati Contoh")), Is.EqualTo("hormat kami, [disamarkan]"));

    [Test]
    public void OneNameOfThreeAloneMayBeAnybody() =>
        Assert.That(Masking.Apply("Petugas Siti tidak di loket Contoh", new Reporter("Siti Rahmawati Contoh")), Is.EqualTo("Petugas Siti tidak di loket Contoh"));

    [Test]
    public void ATextMadeToRunAwayIsBlottedWhole()
    {
        var (name, text) = Some.Endless();

        Assert.That(Masking.Apply(text, new Reporter(name)), Is.EqualTo(Masking.Blot));
    }

    [TestCase("Al")]
    [TestCase(" ")]
    [TestCase("")]
    public void ANameTooShortToBeSureBlotsNothing(string name) =>
        Assert.That(Masking.Apply("Al mati semua lampu", new Reporter(name)), Is.EqualTo("Al mati semua lampu"));

    [TestCase("Angkot KT 1234 AB menerobos lampu merah")]
    [TestCase("Bus KT 7012 BU pukul 08.30-10.00 WITA")]
    [TestCase("Kejadian 11/05/2026 dan 02-03-2026, 2026-05-11")]
    [TestCase("Ditarik Rp 1.500.000 tanpa kuitansi")]
    [TestCase("Anggaran Rp 1.025.000.000 tidak jelas")]
    [TestCase("Proyek Rp 10.082.345.678,00 mangkrak")]
    [TestCase("Denda Rp150000000 tidak wajar")]
    [TestCase("Tagihan rekening air saya Rp 1.500.000 bulan ini")]
    [TestCase("Lampu di Jl. Kartini RT 05 RW 02 mati")]
    [TestCase("Jalan rusak di Jl. Kartini No. 12, RT.021/003")]
    [TestCase("Alamat kejadian: Jl. Kartini depan pasar")]
    [TestCase("alamat kantor Jalan Pemuda sudah pindah")]
    [TestCase("Nomor pelacakan G7K2-9QXW-4M1Z-8T")]
    [TestCase("Nomor pelacakan G021-3456-7890-12")]
    [TestCase("Nomor pelacakan GAB0-8123-4567-89")]
    [TestCase("SK No. 045/2026 pasal 7 ayat (2)")]
    [TestCase("Tahun 2024 2025 2026 sama saja, 3 x 24 jam, 75123")]
    [TestCase("Rekening listrik bulan 11-05-2026 dobel")]
    [TestCase("Sopir meminta 15.000 bukan 5.000")]
    public void LeavesWhatOnlyLooksLikeAPerson(string text) => Expect(text, text);

    [Test]
    public void NeverLetsAPhoneNumberThrough() =>
        Gen.Select(Gen.OneOf("0", "62", "+62 ", "+62-"), Gen.OneOf("-", " ", ".", "", " - "), Gen.Int[0, 9999], Gen.Int[0, 9999]).Sample((lead, separator, one, other) =>
        {
            var phone = $"{lead}811{separator}{one:d4}{separator}{other:d4}";
            return Masking.Apply($"hubungi {phone} ya", null) == "hubungi [disamarkan] ya";
        });

    [Test]
    public void MaskingTwiceChangesNothingMore() =>
        Gen.OneOf("0811-0000-0001", "Jl. Kartini", "Alamat: ", "6472010101900001", " ", "\n", ", ", "rekening ", "a@b.example", "saya", "Rp 1.000.000").Array[0, 12].Select(words => string.Join(' ', words))
            .Sample(text => Masking.Apply(Masking.Apply(text, null), null) == Masking.Apply(text, null));

    [Test]
    public void SurvivesAnyText() => Gen.Select(Gen.String, Gen.String).Sample((text, name) => Masking.Apply(text, new Reporter(name, name, name, name, name, name)) is not null);

    private static void Expect(string text, string masked) => Assert.That(Masking.Apply(text, null), Is.EqualTo(masked));
}
