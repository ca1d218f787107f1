using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WebForm;

public sealed class FieldMappingTests
{
    private const string Nested = """{"jawaban":[{"t":"Nama","v":"Siti"},{"t":"Isi","v":"Jembatan miring"},{"t":"Kecamatan","v":"Sungai Kunjang"}],"No. Bus":"12"}""";

    [TestCase("jawaban[1].v")]
    [TestCase("jawaban.1.v")]
    [TestCase("Jawaban[1][v]")]
    public void APathNamesThePlaceInAListFromZero(string path) =>
        Assert.That(Posts.Complaint(Posts.Json(Nested), Posts.Channel("{\"map\":{\"isi\":\"" + path + "\"}}")).Isi, Is.EqualTo("Jembatan miring"));

    [Test]
    public void APathWithoutAPlaceIsTheWholeList() =>
        Assert.That(Posts.Complaint(Posts.Json(Nested), Posts.Channel("""{"map":{"isi":"jawaban.v"}}""")).Isi, Is.EqualTo("Siti\nJembatan miring\nSungai Kunjang"));

    [Test]
    public void SeveralFieldsFillIsiInTheOrderOfTheMap() =>
        Assert.That(
            Posts.Complaint(Posts.Json(Nested), Posts.Channel("""{"map":{"isi":["jawaban[2].v","No. Bus","jawaban[1].v"]}}""")).Isi,
            Is.EqualTo("Sungai Kunjang\n12\nJembatan miring"));

    [Test]
    public void TheFirstFilledOfSeveralFieldsFillsAnythingElse() =>
        Assert.That(
            Posts.Complaint(Posts.Json("""{"isi":"Banjir","jalan":"","kelurahan":"Sidodadi"}"""), Posts.Channel("""{"map":{"lokasi":["jalan","kelurahan"]}}""")).Lokasi,
            Is.EqualTo("Sidodadi"));

    [Test]
    public void DefaultsFillWhatThePostLeavesOpenAndNothingElse()
    {
        var channel = Posts.Channel("""{"defaults":{"klasifikasi":"aspirasi","lokasi":"Kota Bontang","rahasia":true}}""");

        var silent = Posts.Complaint(Posts.Json("""{"isi":"Halte bocor","lokasi":""}"""), channel);
        var told = Posts.Complaint(Posts.Json("""{"isi":"Halte bocor","jenis":"pengaduan","lokasi":"Jl. Awang Long","rahasia":"tidak"}"""), channel);

        Assert.That((silent.Klasifikasi, silent.Lokasi, silent.Rahasia), Is.EqualTo((Klasifikasi.Aspirasi, "Kota Bontang", true)));
        Assert.That((told.Klasifikasi, told.Lokasi, told.Rahasia), Is.EqualTo((Klasifikasi.Pengaduan, "Jl. Awang Long", false)));
    }

    [Test]
    public void ADefaultMakesNoComplaintOfAnEmptyPost() =>
        Assert.That(Posts.Translate(Posts.Json("""{"nama":"Budi"}"""), Posts.Channel("""{"defaults":{"judul":"Laporan dari situs"}}""")).Outcome, Is.EqualTo(ItemOutcome.Quarantined));

    [TestCase("Silakan tuliskan isi laporan/aduan Anda (wajib) *", "isi")]
    [TestCase("Nama Lengkap", "name")]
    [TestCase("Siapa nama Anda?", "name")]
    [TestCase("No. HP/WA", "phone")]
    [TestCase("No. HP yang dapat dihubungi", "phone")]
    [TestCase("NIK (16 angka)", "nik")]
    [TestCase("Alamat e-mail", "email")]
    [TestCase("Alamat", "address")]
    public void AQuestionIsRecognisedAsPeopleAskIt(string question, string field)
    {
        var translation = Posts.Translate(Posts.Json($$"""{"{{question}}":"Jawaban"{{(field == "isi" ? "" : ",\"isi\":\"Banjir\"")}}}"""));

        var reporter = translation.Reporter;
        var found = new Dictionary<string, string?>
        {
            ["isi"] = translation.Complaints.SingleOrDefault()?.Isi,
            ["name"] = reporter?.Name,
            ["phone"] = reporter?.Phone,
            ["nik"] = reporter?.Nik,
            ["email"] = reporter?.Email,
            ["address"] = reporter?.Address,
        };
        Assert.That(found.Where(pair => pair.Value == "Jawaban").Select(pair => pair.Key), Is.EqualTo(new[] { field }));
    }

    [TestCase("Tempat/Tanggal Lahir")]
    [TestCase("Nama petugas yang dilaporkan")]
    [TestCase("Nama ibu kandung")]
    [TestCase("Tanggal lahir")]
    public void AQuestionForSomethingElseFillsNothing(string question)
    {
        var translation = Posts.Translate(Posts.Json($$"""{"isi":"Antrean panjang","{{question}}":"Samarinda"}"""));

        Assert.That(translation.Reporter, Is.Null);
        Assert.That((translation.Complaints[0].Lokasi, translation.Complaints[0].TanggalKejadian), Is.EqualTo(((string?)null, (DateOnly?)null)));
        Assert.That(translation.Reasons, Is.Empty);
    }

    [TestCase("lampiran", "https://drive.google.com/open?id=1AbC, https://drive.google.com/open?id=2AbC", "drive.google.com")]
    [TestCase("apa saja", "https://situs-lain.example/uploads/jalan.JPG", "situs-lain.example")]
    [TestCase("foto_kejadian", "retak.jpg (https://situs.example/a.jpg)", "situs.example")]
    [TestCase("Unggah bukti", "<a href='https://situs.example/berkas/7'>lihat</a>", "situs.example")]
    [TestCase("foto", "http://127.0.0.1:8080/admin", "127.0.0.1")]
    public void AFileThatLiesElsewhereIsNotFetchedAndHoldsTheComplaint(string field, string address, string host)
    {
        var translation = Posts.Translate(Posts.Json($$"""{"isi":"Jalan rusak","{{field}}":"{{address}}"}"""));

        Assert.That(translation.Outcome, Is.EqualTo(ItemOutcome.Complaint));
        Assert.That(translation.Reasons, Is.EqualTo(new[] { new Reason("file-elsewhere", host) }));
    }

    [TestCase("Apakah identitas Anda ingin dirahasiakan?", "Ya")]
    [TestCase("checkbox-12", "Anonim")]
    [TestCase("Sembunyikan identitas", "entahlah")]
    public void AWishToStayUnseenIsFoundUnderAnyName(string field, string value) =>
        Assert.That(Posts.Complaint(Posts.Json($$"""{"isi":"Banjir","{{field}}":["{{value}}"]}""")).Anonim, Is.True);

    [Test]
    public void ALinkInASentenceIsPartOfWhatTheCitizenSays() =>
        Assert.That(Posts.Translate(Posts.Json("""{"isi":"Lihat https://berita.example/foto.jpg tentang jalan ini","situs":"https://warga.example"}""")).Reasons, Is.Empty);
}
