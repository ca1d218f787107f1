using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gateway.Simulator;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Simulator;

public sealed class UploadTests
{
    [Test]
    public async Task SortsIdsIntoImagesAndDocs()
    {
        await using var centre = await Centre.OpenAsync();

        var answer = await Centre.JsonAsync(await centre.Http.PostAsync(
            "complaints/complaint/file",
            Centre.Upload(
                ("foto.JPG", [1]), ("surat.pdf", [2]), ("peta.png", [3]), ("daftar.docx", [4]), ("lama.jpeg", [5]), ("catatan.doc", [6]))));

        Assert.That(answer["results"]!["images"]!.AsArray().Select(file => (long)file!["id"]!), Is.EqualTo(new[] { 1001, 1003, 1005 }));
        Assert.That(answer["results"]!["docs"]!.AsArray().Select(file => (long)file!["id"]!), Is.EqualTo(new[] { 1002, 1004, 1006 }));
        Assert.That(centre.Simulator.OrphanFiles, Is.EqualTo(6));
    }

    [Test]
    public async Task StoresBytesThatLookLikeDelimitersAndFieldsUnchanged()
    {
        const string boundary = "batas-acak-4f1c";
        var trap = Encoding.ASCII.GetBytes(
            "--batas-acak\r\nContent-Disposition: form-data; name=\"attachments[]\"; filename=\"palsu.pdf\"\r\n\r\n"
            + "%PDF\r\n--batas-acak--\r\n\0\r\n--\r\n\r\n");
        await using var centre = await Centre.OpenAsync();
        using var form = new MultipartFormDataContent(boundary);
        form.Add(new ByteArrayContent(trap), "attachments[]", "surat.pdf");

        await centre.Http.PostAsync("complaints/complaint/file", form);

        Assert.That(centre.Simulator.ReadFile(1001), Is.EqualTo(trap));
        Assert.That(centre.Simulator.ReadFile(1002), Is.Null);
        Assert.That(await centre.Http.GetByteArrayAsync("_simulator/files/1001"), Is.EqualTo(trap));
    }

    [Test]
    public async Task RefusesTheWholeCallForOneFileOfAnotherKind()
    {
        await using var centre = await Centre.OpenAsync();

        var answer = await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("foto.jpg", [1]), ("suara.opus", [2])));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("suara.opus"));
        Assert.That(centre.Simulator.OrphanFiles, Is.Zero);
    }

    [Test]
    public async Task RefusesAnotherFieldName()
    {
        await using var centre = await Centre.OpenAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "files", "foto.jpg" } };

        var answer = await centre.Http.PostAsync("complaints/complaint/file", form);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task RefusesABrokenMultipartBody()
    {
        await using var centre = await Centre.OpenAsync();
        using var broken = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"attachments[]\""u8.ToArray());
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        Assert.That((await centre.Http.PostAsync("complaints/complaint/file", broken)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task ShowsFilesInTheListOfComplaintsInTheOrderTheComplaintNamesThem()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 5, 12, 4, 0, 0, TimeSpan.Zero));
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { Time = time });
        await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("foto.jpg", [1, 2, 3]), ("surat.pdf", [4])));
        var id = await centre.CreatedAsync(Centre.Complaint(attachments: "[1002,1001]"));

        var listed = (await centre.GetJsonAsync("_simulator/complaints")).AsArray().Single()!;

        Assert.That((long)listed["id"]!, Is.EqualTo(id));
        Assert.That((string?)listed["number"], Is.EqualTo("G7K2-M9QX-4TVB-3H"));
        Assert.That((string?)listed["fields"]!["attachments"], Is.EqualTo("[1002,1001]"));
        Assert.That(listed["attachments"]!.ToJsonString(),
            Is.EqualTo("""[{"id":1002,"name":"surat.pdf","bytes":1},{"id":1001,"name":"foto.jpg","bytes":3}]"""));
        Assert.That((string?)listed["at"], Is.EqualTo("2026-05-12T04:00:00+00:00"));
    }

    [Test]
    public async Task RefusesFilesThatAreTooLargeTogether()
    {
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { UploadLimit = 10 });

        var fits = await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("a.png", new byte[5]), ("b.png", new byte[5])));
        var refused = await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("a.png", new byte[5]), ("b.png", new byte[6])));

        Assert.That((fits.StatusCode, refused.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge)));
        Assert.That(centre.Simulator.OrphanFiles, Is.EqualTo(2), "Nothing of a refused call is kept.");
    }

    [Test]
    public async Task CarriesAFileMuchLargerThanABuffer()
    {
        var large = new byte[20 * 1024 * 1024];
        Array.Fill(large, (byte)'-');
        await using var centre = await Centre.OpenAsync(new SimulatorOptions { UploadLimit = null });

        var answer = await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("peta.png", large)));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(centre.Simulator.ReadFile(1001).AsSpan().SequenceEqual(large), Is.True);
    }

    [Test]
    public async Task RefusesMoreThanItsBound()
    {
        await using var centre = await Centre.OpenAsync();
        centre.Http.DefaultRequestHeaders.ExpectContinue = true;

        var answer = await centre.Http.PostAsync("complaints/complaint/file", Centre.Upload(("peta.png", new byte[65 * 1024 * 1024])));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }
}
