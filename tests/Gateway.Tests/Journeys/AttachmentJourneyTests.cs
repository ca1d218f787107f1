using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Contracts.Files;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>Files and long texts over real parts: what the centre would refuse arrives fitted, and what cannot go is said.</summary>
[Category("Journey")]
internal sealed class AttachmentJourneyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly HttpClient Http = new();

    [Test]
    public async Task APhotoOfSixMegabytesAndALongTextArriveWithinTheLimitsAlsoAtTheSecondTry()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions { UploadLimit = 2_000_000, ContentLimit = 1000 }, CancellationToken.None);
        simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.UnavailableRetryAfter, Seconds: 1));
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "contentLimit: 1000, schedule: [1s]", Registries.Form)).ServeAsync();
        var photo = SomePicture.OfPhone(4000, 3000);
        Assert.That(photo, Has.Length.GreaterThan(6_000_000));
        var isi = string.Concat(Enumerable.Range(1, 80).Select(i => $"Lubang nomor {i} di Jalan Pahlawan makin dalam. "));

        var number = await PostAsync(gateway, isi, ("IMG_0001.jpg", photo));
        await simulator.WaitForAsync(centre => centre.Complaints == 1, Patience);

        var stored = simulator.Received.Single();
        var content = stored.Fields.GetProperty("content").GetString()!;
        Assert.That(content, Has.Length.InRange(800, 1000).And.EndsWith($"(Teks lengkap terlampir: isi-lengkap.)\n\nNo. pelacakan: {number}"));
        Assert.That(stored.Attachments.Select(file => file.Name), Is.EqualTo(new[] { "lampiran-1.jpg", "isi-lengkap.pdf" }));
        var sent = simulator.ReadFile(stored.Attachments[0].Id)!;
        Assert.That(FileKinds.Of(sent).Name, Is.EqualTo("jpg"));
        Assert.That(Encoding.Latin1.GetString(sent), Does.Not.Contain("Exif").And.Not.Contain("TELEPON RAHASIA").And.Not.Contain("PEMILIK"));
        Assert.That(Encoding.Latin1.GetString(simulator.ReadFile(stored.Attachments[1].Id)!), Does.StartWith("%PDF-").And.Contain("Lubang nomor 80"));
        var shown = await gateway.ShowAsync(number);
        Assert.That(Creates(shown), Has.Count.EqualTo(2).And.All.EqualTo(Creates(shown)[0]), "the very same request again");
        Assert.That((int)shown["files"]![0]!["originBytes"]!, Is.EqualTo(photo.Length));
        Assert.That((int)shown["files"]![0]!["bytes"]!, Is.EqualTo(sent.Length));
        Assert.That((string?)shown["files"]![0]!["place"], Is.EqualTo("-0.5022, 117.1536"), "offered to the officer");
        Assert.That(content, Does.Not.Contain("117.1536"), "and not sent");
        Assert.That((simulator.Complaints, simulator.Doubled, simulator.OrphanFiles), Is.EqualTo((1, 0, 0)));
    }

    [Test]
    public async Task AProgramCalledAPhotoHoldsAndWhenReleasedTheTextSaysItStayedBehind()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "", Registries.Form)).ServeAsync();

        var number = await PostAsync(gateway, "Jembatan di Loa Janan retak.", ("foto.jpg", "MZ\u0090\0"u8.ToArray()), ("foto2.jpg", SomePicture.Photo(400, 300)));
        var held = (await gateway.UntilAsync(list => list.Any(row => (string?)row["state"] == "held"))).Single();
        Assert.That((string?)held["reasons"]![0]!["code"], Is.EqualTo("file-runs-something"));
        var page = await gateway.RunAsync("complaints", "show", number);
        Assert.That(page.Output, Does.Contain("lampiran-1.exe").And.Contain("Jangan dibuka").And.Contain("-> lampiran-2.jpg  image/jpeg"));

        var released = await gateway.RunAsync("complaints", "release", number, "--reason", "berkas pertama bukan foto");
        Assert.That(released.ExitCode, Is.Zero, released.Error);
        await simulator.WaitForAsync(centre => centre.Complaints == 1, Patience);

        Assert.That(simulator.Received[0].Attachments.Select(file => file.Name), Is.EqualTo(new[] { "lampiran-2.jpg" }));
        Assert.That(simulator.Received[0].Fields.GetProperty("content").GetString(), Does.Contain("(1 berkas pelapor tidak dapat dilampirkan"));
    }

    private static List<string> Creates(JsonObject shown) =>
        [.. shown["attemptLog"]!.AsArray().Where(attempt => (string?)attempt!["step"] == "create").Select(attempt => (string)attempt!["requestHash"]!)];

    private static async Task<string> PostAsync(GatewayProcess gateway, string isi, params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(isi), "isi" } };
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "lampiran", name);
        using var answer = await Http.PostAsync(new Uri(gateway.Address, "/intake/dishub-form"), form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await answer.Content.ReadAsStringAsync());
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["trackingNumber"]!;
    }
}
