using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WebForm;

/// <summary>Files that come as letters within a post: none vanishes in silence, and what a person says is none.</summary>
internal sealed class FilesInTextTests
{
    private const string Png = "iVBORw0KGgoAAAA+/w==";
    private const string Sentence = "Lampu jalan padam di depan pasar";

    [TestCase("""{"name":"foto","content":"iVBORw0KGgoAAAA+/w=="}""", "foto.png", TestName = "A name without an ending")]
    [TestCase("""{"filename":"retak.png","data":"iVBORw0KGgoAAAA+/w=="}""", "retak.png", TestName = "Other keys")]
    [TestCase("""{"name":"retak.png","content":"iVBORw0KGgoAAAA-_w"}""", "retak.png", TestName = "Base64 for addresses, unpadded")]
    [TestCase("""{"name":"retak.png","content":"iVBORw0K\r\nGgoAAAA+/w==\r\n"}""", "retak.png", TestName = "Base64 in lines")]
    [TestCase("\"data:image/png;base64,iVBORw0KGgoAAAA+/w==\"", "foto.png", TestName = "A data address as the value of a field")]
    [TestCase("""{"nama":"foto","content":"data:image/png;base64,iVBORw0KGgoAAAA+/w=="}""", "foto.png", TestName = "A data address as content")]
    public void AFileIsTakenWhateverItsNameAndLettersLookLike(string file, string name)
    {
        var translation = Posts.Translate(Posts.Json($$"""{"isi":"Jembatan retak","foto":[{{file}}]}"""));

        Assert.That(translation.Reasons, Is.Empty);
        Assert.That(translation.Complaints[0].Lampiran.Single(), Has.Property("Name").EqualTo(name).And.Property("MediaType").EqualTo("image/png").And.Property("Bytes").EqualTo(13));
    }

    [Test]
    public void ADataAddressInAPlainFormIsAFileToo() =>
        Assert.That(Posts.Complaint(Posts.Urlencoded("isi=Jembatan+retak&ttd=" + Uri.EscapeDataString("data:image/png;base64," + Png))).Lampiran.Single().Name, Is.EqualTo("ttd.png"));

    [TestCase("""{"name":"retak.png","content":"iVBORw0 GgoAAAA"}""")]
    [TestCase("""{"filename":"foto","content":"***"}""")]
    [TestCase("""{"name":"foto","content":"iVBORw0KGgo!AAAiVBORw0KGgoAAAAiVBORw0KGgoAAAAiVBORw0KGgoAAAAiVBORw0KGgoAAAA"}""")]
    [TestCase("\"data:image/png;base64,iVBO*\"")]
    public void AFileThatCannotBeDecodedHoldsTheComplaint(string file)
    {
        var translation = Posts.Translate(Posts.Json($$"""{"isi":"Jembatan retak","foto":[{{file}}]}"""));

        Assert.That(translation.Outcome, Is.EqualTo(ItemOutcome.Complaint));
        Assert.That(translation.Reasons, Is.EqualTo(new[] { new Reason("file-broken", "1") }));
        Assert.That(translation.Complaints[0].Lampiran, Is.Empty);
    }

    [TestCase("H.Budi", Sentence)]
    [TestCase("Budi", "Banjir")]
    [TestCase("H. Budi", "abcd")]
    [TestCase("H.Budi", "https://berita.example/jalan-rusak-di-depan-pasar-segiri-samarinda-ulu")]
    public void WhatAPersonSaysIsNoFile(string name, string said)
    {
        var translation = Posts.Translate(Posts.Json($$$"""{"laporan":{"nama":"{{{name}}}","content":"{{{said}}}"}}"""), Posts.Channel("""{"map":{"isi":"laporan.content"}}"""));

        Assert.That((translation.Complaints[0].Isi, translation.Reporter?.Name), Is.EqualTo((said, name)));
        Assert.That((translation.Complaints[0].Lampiran.Count, translation.Reasons.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public void WhatStandsBesideAFileIsNotLost() =>
        Assert.That(Posts.Complaint(Posts.Json($$$"""{"laporan":{"isi":"{{{Sentence}}}","filename":"a.png","base64":"{{{Png}}}"}}""")), Has.Property("Isi").EqualTo(Sentence).And.Property("Lampiran").Count.EqualTo(1));

    [Test]
    public void FilesInTheAnswersOfJotFormAreCarriedOver()
    {
        var raw = System.Text.Json.JsonSerializer.Serialize(new { q1_isiLaporan = Sentence, q2_foto = new { filename = "a.png", content = Png }, q3_ttd = "data:image/png;base64,*" });

        var translation = Posts.Translate(Posts.Urlencoded("rawRequest=" + Uri.EscapeDataString(raw)), Posts.Channel("""{"preset":"jotform"}"""));

        Assert.That(translation.Complaints[0].Lampiran.Single().Name, Is.EqualTo("a.png"));
        Assert.That(translation.Reasons, Is.EqualTo(new[] { new Reason("file-broken", "1") }));
    }

    [Test]
    public void FilesInTheAnswersOfGoogleAreTakenOnce()
    {
        var body = $$"""{"answers":[{"title":"Isi laporan","type":5,"value":"{{Sentence}}"},{"title":"Foto","type":"FILE_UPLOAD","value":[{"filename":"a.png","content":"{{Png}}"},"data:image/png;base64,{{Png}}"]}]}""";

        var translation = Posts.Translate(Posts.Json(body), Posts.Channel("""{"preset":"google-forms"}"""));

        Assert.That(translation.Complaints[0].Lampiran.Select(file => file.Name), Is.EqualTo(new[] { "a.png", "value.png" }));
        Assert.That(translation.Reasons, Is.Empty);
    }
}
