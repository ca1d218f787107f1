using System.Text;
using CsCheck;
using Gateway.Adapters.WebForm;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WebForm;

public sealed class WebFormTranslatorTests
{
    private static readonly string[] Pieces =
        ["--a\r\n", "a", "--", "\r\n", "{", "\"isi\":", "}", "=", "&", "%", "Content-Disposition: form-data; name=\"isi\"", "\"", "isi=a"];

    [Test]
    public void ReadsAPlainHtmlForm()
    {
        var translation = Posts.Translate(Posts.Urlencoded(
            "nama=Siti+Rahmah&no_hp=0811-0000-0001&perihal=Lampu+mati&pesan=Lampu+jalan+mati%0D%0Adi+Jl.+Kartini&tanggal=12/06/2026&anonim=ya"));

        Assert.That(translation.Outcome, Is.EqualTo(ItemOutcome.Complaint));
        var complaint = translation.Complaints[0];
        Assert.Multiple(() =>
        {
            Assert.That(complaint.Isi, Is.EqualTo("Lampu jalan mati\ndi Jl. Kartini"));
            Assert.That(complaint.Judul, Is.EqualTo("Lampu mati"));
            Assert.That(complaint.TanggalKejadian, Is.EqualTo(new DateOnly(2026, 6, 12)));
            Assert.That(complaint.Anonim, Is.True);
            Assert.That(complaint.Received, Is.EqualTo(Posts.Received));
            Assert.That(complaint.Source, Is.EqualTo(new Provenance("post", "1")));
            Assert.That(translation.Reporter, Is.EqualTo(new Reporter("Siti Rahmah", "0811-0000-0001")));
            Assert.That(translation.Reasons, Is.Empty);
        });
    }

    [Test]
    public void ReadsNestedJsonAndTheNamesOfPhpArrays()
    {
        var json = Posts.Translate(Posts.Json("""{"pelapor":{"nama":"Budi","kontak":{"hp":"0811-0000-0002"}},"laporan":{"isi":"Jalan rusak","lokasi":"Tenggarong"},"instansi":{"nama":"Dinas PUPR"}}"""));
        var php = Posts.Translate(Posts.Urlencoded("pelapor[nama]=Budi&pelapor%5Bkontak%5D%5Bhp%5D=0811-0000-0002&laporan[isi]=Jalan+rusak&laporan[lokasi]=Tenggarong&instansi[nama]=Dinas+PUPR"));

        Assert.That(json.Complaints[0].Isi, Is.EqualTo("Jalan rusak"));
        Assert.That(json.Complaints[0].InstansiTujuan, Is.EqualTo("Dinas PUPR"));
        Assert.That(json.Reporter, Is.EqualTo(new Reporter("Budi", "0811-0000-0002")));
        Assert.That(php.KeyParts, Is.EqualTo(json.KeyParts));
    }

    [Test]
    public void DoesNotTakeTheNameOfAnOfficerForTheReporter() =>
        Assert.That(Posts.Translate(Posts.Json("""{"isi":"Pelayanan lambat","petugas":{"nama":"Rudi"}}""")).Reporter, Is.Null);

    [Test]
    public void PrefersTheMapOfTheChannel()
    {
        var channel = Posts.Channel("""{"map":{"isi":"kolom_7","name":"data.siapa"}}""");

        var translation = Posts.Translate(Posts.Json("""{"isi":"bukan ini","kolom_7":"Air PDAM keruh","data":{"siapa":"Ani"}}"""), channel);

        Assert.That(translation.Complaints[0].Isi, Is.EqualTo("Air PDAM keruh"));
        Assert.That(translation.Reporter?.Name, Is.EqualTo("Ani"));
    }

    [Test]
    public void KeepsFilesOfAMultipartPost()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        var body = Bytes("--xyz\r\nContent-Disposition: form-data; name=\"isi\"\r\n\r\nBanjir\r\n--xyz\r\nContent-Disposition: form-data; name=\"foto[]\"; filename=\"C:\\foto\\jalan.png\"\r\nContent-Type: text/plain\r\n\r\n")
            .Concat(png).Concat(Bytes("\r\n--xyz\r\nContent-Disposition: form-data; name=\"foto[]\"; filename=\"\"\r\n\r\n\r\n--xyz--\r\n")).ToArray();

        var attachment = Posts.Complaint(Posts.Raw("multipart/form-data; boundary=xyz", body)).Lampiran.Single();

        Assert.That(attachment, Is.EqualTo(new Attachment("jalan.png", "image/png", png.Length) { Content = attachment.Content }));
        using var copy = new MemoryStream();
        using (var stream = attachment.Content!.Open()) stream.CopyTo(copy);
        Assert.That(copy.ToArray(), Is.EqualTo(png));
    }

    [Test]
    public void AFileFullOfDelimitersAddsNoField()
    {
        var inner = "--xyz-\r\nContent-Disposition: form-data; name=\"nama\"\r\n\r\nOrang Lain\r\n--xy\r\n\r\n -- xyz--";
        var body = $"--xyzw\r\nContent-Disposition: form-data; name=\"isi\"\r\n\r\nBanjir\r\n--xyzw\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a.txt\"\r\n\r\n{inner}\r\n--xyzw--\r\n";

        var translation = Posts.Translate(Posts.Raw("multipart/form-data; boundary=xyzw", body));

        Assert.That(translation.Reporter, Is.Null);
        Assert.That(translation.Complaints[0].Lampiran.Single().Bytes, Is.EqualTo(inner.Length));
    }

    [Test]
    public void KeepsFilesSentInJson()
    {
        var attachment = Posts.Complaint(Posts.Json("""{"isi":"Banjir","lampiran":[{"nama":"a.pdf","content":"data:application/pdf;base64,JVBERi0xLjQ="}]}""")).Lampiran.Single();

        Assert.That((attachment.Name, attachment.MediaType, attachment.Bytes), Is.EqualTo(("a.pdf", "application/pdf", 8L)));
    }

    [Test]
    public void APersonWithATitleIsNoFile()
    {
        var translation = Posts.Translate(Posts.Json("""{"laporan":{"nama":"H. Budi","content":"abcd","isi":"Jalan rusak"}}"""));

        Assert.That(translation.Complaints[0].Lampiran, Is.Empty);
        Assert.That(translation.Reporter?.Name, Is.EqualTo("H. Budi"));
    }

    [TestCase("""{"isi":"Jalan rusak" """)]
    [TestCase("[1,2]")]
    [TestCase("""{"isi":"\ud83d"}""")]
    public void QuarantinesBrokenJson(string body) => AssertUnreadable(Posts.Json(body));

    [TestCase("multipart/form-data; boundary=abc", "--abc\r\nContent-Disposition: form-data; name=\"isi\"\r\n\r\nBanjir")]
    [TestCase("multipart/form-data; boundary=abc", "--abc\r\nContent-Disposition: form-data\r\n\r\nBanjir\r\n--abc--")]
    [TestCase("multipart/form-data", "isi=Banjir")]
    [TestCase("multipart/mixed; boundary=abc", "--abc--")]
    [TestCase("text/xml", "<isi>Banjir</isi>")]
    [TestCase("application/x-www-form-urlencoded", "isi=%ff%fe")]
    [TestCase("application/x-www-form-urlencoded", "isi=a%00b")]
    [TestCase(null, "bukan formulir")]
    public void QuarantinesWhatIsNoForm(string? mediaType, string body) => AssertUnreadable(Posts.Raw(mediaType, body));

    [TestCase("isi=&nama=Budi")]
    [TestCase("isi=+%0A+&nama=Budi")]
    [TestCase("nama=Budi")]
    public void QuarantinesAPostWithoutIsi(string body)
    {
        var translation = Posts.Translate(Posts.Urlencoded(body));

        Assert.That(Posts.Reasons(translation), Is.EqualTo(new[] { "no-isi" }));
        Assert.That(translation.Reporter?.Name, Is.EqualTo("Budi"));
    }

    [Test]
    public void GuessesTheFormatByTheFirstByte()
    {
        Assert.That(Posts.Complaint(Posts.Raw(null, " {\"isi\":\"a\"}")).Isi, Is.EqualTo("a"));
        Assert.That(Posts.Complaint(Posts.Raw(null, "[{\"isi\":\"a\"}]")).Isi, Is.EqualTo("a"));
        Assert.That(Posts.Complaint(Posts.Raw(null, "isi=a")).Isi, Is.EqualTo("a"));
        Assert.That(Posts.Complaint(Posts.Raw(null, "--q\nContent-Disposition: form-data; name=isi\n\na\n--q--\n")).Isi, Is.EqualTo("a"));
    }

    [Test]
    public void HonoursLatin1() =>
        Assert.That(
            Posts.Complaint(Posts.Raw("application/x-www-form-urlencoded; charset=iso-8859-1", Encoding.Latin1.GetBytes("isi=caf%E9 é"))).Isi,
            Is.EqualTo("café é"));

    [Test]
    public void DoubtsWhatItCannotRead()
    {
        var translation = Posts.Translate(Posts.Json("""{"isi":"a","tanggal":"kemarin sore","jenis":"curhat","rahasia":"entahlah"}"""));

        Assert.That(Posts.Reasons(translation), Is.EquivalentTo(new[] { "date-unreadable", "klasifikasi-unknown", "yes-no-unclear" }));
        Assert.That(translation.Complaints[0].TanggalKejadian, Is.Null);
        Assert.That(translation.Complaints[0].Rahasia, Is.True);
    }

    [Test]
    public void TheIdempotencyKeyIsTheKeyOfTheChannel()
    {
        var translation = Posts.Translate(Posts.Json("""{"isi":"a"}""", key: "k-1"));

        Assert.That(translation.KeyParts, Is.EqualTo(new[] { "form", "key", "dishub-form", "k-1" }));
        Assert.That(translation.RepeatWithin, Is.Null);
    }

    [Test]
    public void WithoutAKeyTheSameWordsOfTheSamePersonAreOnePress()
    {
        var first = Posts.Translate(Posts.Json("""{"isi":"Jalan  rusak","hp":"0811 0000 0003"}"""));
        var again = Posts.Translate(Posts.Urlencoded("isi=Jalan+rusak%0A&hp=0811-0000-0003"));
        var other = Posts.Translate(Posts.Urlencoded("isi=Jalan+rusak&hp=0811-0000-0004"));
        var nobody = Posts.Translate(Posts.Urlencoded("isi=Jalan+rusak"));

        Assert.That(again.KeyParts, Is.EqualTo(first.KeyParts));
        Assert.That(other.KeyParts, Is.Not.EqualTo(first.KeyParts));
        Assert.That(nobody.KeyParts[^1], Is.EqualTo("channel:dishub-form"));
        Assert.That(first.RepeatWithin, Is.EqualTo(TimeSpan.FromMinutes(10)));
        Assert.That(Posts.Translate(Posts.Urlencoded("isi=a"), Posts.Channel("""{"repeatWithin":"1h"}""")).RepeatWithin, Is.EqualTo(TimeSpan.FromHours(1)));
    }

    [TestCase("anonim")]
    [TestCase("rahasia")]
    public void ARepeatThatWishesMoreIsNoRepeat(string wish)
    {
        var plain = Posts.Translate(Posts.Urlencoded("isi=Jalan+rusak&nama=Budi"));
        var wishing = Posts.Translate(Posts.Urlencoded($"isi=Jalan+rusak&nama=Budi&{wish}=ya"));

        Assert.That(wishing.KeyParts, Is.EqualTo(plain.KeyParts.Append(wish)));
        Assert.That(Posts.Translate(Posts.Json($$"""{"nama":"Budi","{{wish}}":true,"isi":"Jalan rusak"}""")).KeyParts, Is.EqualTo(wishing.KeyParts));
    }

    [TestCase("""{"isi":"a","nama":"Budi"}""", true)]
    [TestCase("""{"isi":"a","nama":"Siti"}""", false)]
    [TestCase("""{"isi":"a","nama":"Budi","anonim":"ya"}""", false)]
    [TestCase("""{"isi":"b","nama":"Budi"}""", false)]
    public void AKeyOfAnotherPersonOrWithAnotherWishIsReused(string again, bool isRepeat)
    {
        var first = Posts.Translate(Posts.Json("""{"isi":"a","nama":"Budi"}""", "k-1"));
        var second = Posts.Translate(Posts.Json(again, "k-1"));

        Assert.That(second.KeyParts, Is.EqualTo(first.KeyParts));
        Assert.That(second.Content == first.Content, Is.EqualTo(isRepeat));
    }

    [Test]
    public void ARefusedPostDoesNotUseUpItsKey() =>
        Assert.That(Posts.Translate(Posts.Json("""{"nama":"Budi"}""", key: "k-1")).KeyParts, Has.No.Member("k-1"));

    [Test]
    public void MendsAPostWithFieldsGivenByHand()
    {
        var mendable = (IMendable)new WebFormAdapter().Translator;
        var raw = Posts.Json("""{"nama":"Budi","tanggal":"kemarin"}""");

        var mended = mendable.Mend(raw, Posts.Channel(), "1", new Dictionary<string, string> { ["isi"] = "Jalan rusak", ["tanggalKejadian"] = "1 Juni 2026" });

        Assert.That(mended.Outcome, Is.EqualTo(ItemOutcome.Complaint));
        Assert.That(mended.Reasons, Is.Empty);
        Assert.That(mended.Reporter?.Name, Is.EqualTo("Budi"));
        Assert.That(Posts.Reasons(mendable.Mend(raw, Posts.Channel(), "1", new Dictionary<string, string> { ["warna"] = "x" })), Is.EqualTo(new[] { "field-unknown" }));
        Assert.That(Posts.Reasons(mendable.Mend(raw, Posts.Channel(), "2", new Dictionary<string, string>())), Is.EqualTo(new[] { "item-unknown" }));
        Assert.That(
            mendable.Mend(Posts.Json("{"), Posts.Channel(), "1", new Dictionary<string, string> { ["isi"] = "Jalan rusak" }).Outcome,
            Is.EqualTo(ItemOutcome.Complaint));
    }

    [Test]
    public void WhatFellIntoTheHoneypotCanBeMadeAComplaintByAnOfficer()
    {
        var channel = Posts.Channel("""{"honeypot":"situs"}""");
        var raw = Posts.Urlencoded("isi=Lampu+mati&situs=diisi+peramban");

        var ignored = Posts.Translate(raw, channel);
        var mended = ((IMendable)new WebFormAdapter().Translator).Mend(raw, channel, "1", new Dictionary<string, string>());

        Assert.That((ignored.Outcome, Posts.Reasons(ignored)[0]), Is.EqualTo((ItemOutcome.Ignored, "honeypot")));
        Assert.That((mended.Outcome, mended.Complaints[0].Isi), Is.EqualTo((ItemOutcome.Complaint, "Lampu mati")));
    }

    [Test]
    public void TheIdOfAToolIsItsKeySoThatItsRepeatsAreRepeats()
    {
        const string Body = """{"responseId":"r-7","answers":[{"title":"Isi laporan","value":"Banjir"}]}""";
        var channel = Posts.Channel("""{"preset":"google-forms"}""");

        Assert.That(Posts.Translate(Posts.Json(Body), channel).KeyParts, Is.EqualTo(new[] { "form", "key", "dishub-form", "google-forms/r-7" }));
        Assert.That(Posts.Translate(Posts.Json(Body, "k-1"), channel).KeyParts[^1], Is.EqualTo("k-1"));
    }

    [TestCase("2026-06-15T01:00:00Z", "2026-06-15T09:00:00+08:00")]
    [TestCase("2026-06-15T02:00:00Z", "2026-06-15T09:30:00+08:00")]
    [TestCase("kemarin", "2026-06-15T09:30:00+08:00")]
    public void WhenTheCitizenSentItCountsUnlessItHasNotComeYet(string submitted, string written) =>
        Assert.That(
            Posts.Translate(Posts.Json($$"""{"submittedAt":"{{submitted}}","answers":[{"title":"Isi laporan","value":"Banjir"}]}"""), Posts.Channel("""{"preset":"google-forms"}""")).Received,
            Is.EqualTo(DateTimeOffset.Parse(written, System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase("typeform", "{\"form_response\":{\"answers\":7,\"definition\":[]}}")]
    [TestCase("typeform", "{\"form_response\":{\"answers\":[1,null,{\"type\":\"text\"},{\"field\":[]}],\"definition\":{\"fields\":{}}}}")]
    [TestCase("google-forms", "{\"answers\":[{\"title\":1},{\"title\":\"Isi\"},7]}")]
    [TestCase("jotform", "{\"rawRequest\":\"[1]\"}")]
    [TestCase("jotform", "{\"rawRequest\":\"{\\\"q1_a\\\":{\\\"day\\\":\\\"\\\",\\\"month\\\":\\\"\\\",\\\"year\\\":\\\"\\\"}}\"}")]
    public void APostThatOnlyLooksLikeItsPresetIsKept(string preset, string body) =>
        Assert.That(Posts.Translate(Posts.Json(body), Posts.Channel($$"""{"preset":"{{preset}}"}""")).Outcome, Is.EqualTo(ItemOutcome.Quarantined));

    [TestCase(null)]
    [TestCase("application/json")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data; boundary=--")]
    [TestCase("multipart/form-data; boundary=a")]
    [TestCase(";;; charset=\"")]
    public void TakesAnyBytes(string? mediaType) =>
        Gen.OneOf(Gen.Byte.Array[0, 200], Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(at => Bytes(string.Concat(at.Select(i => Pieces[i])))))
            .Sample(bytes => Posts.Translate(Posts.Raw(mediaType, bytes)).KeyParts.Count >= 4, iter: 1_000, threads: 1);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void AssertUnreadable(RawItem raw)
    {
        var translation = Posts.Translate(raw);
        Assert.That(translation.Outcome, Is.EqualTo(ItemOutcome.Quarantined));
        Assert.That(Posts.Reasons(translation), Is.EqualTo(new[] { "form-unreadable" }));
    }

    [Test]
    public void DropsWhatTurnsTheDirectionOfReadingOrSpeaksToATerminal()
    {
        var complaint = Posts.Complaint(Posts.Json("""{"isi":"Jalan\u202E rusak\u2066 di\u001B[2J sini","judul":"Lam\u202Epu\uFEFF mati"}"""));

        Assert.That((complaint.Isi, complaint.Judul), Is.EqualTo(("Jalan rusak di[2J sini", "Lampu mati")));
    }
}
