using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Gateway.Contracts;
using Gateway.Tests.Support;

namespace Gateway.Tests.Adapters.WebForm;

/// <summary>The PHP relay as it is handed out, served by PHP itself, against the real door.</summary>
[Category("Relay")]
internal sealed class PhpRelayTests
{
    private OpenDoor _door = null!;
    private Process _php = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Open()
    {
        _door = await OpenDoor.StartAsync(now: TimeProvider.System.GetUtcNow());
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        var settings = new Dictionary<string, string> { ["GATEWAY_URL"] = new Uri(_door.Client.BaseAddress!, "/intake/signed").ToString(), ["GATEWAY_SECRET"] = OpenDoor.WebhookSecret };
        _php = OutsideProgram.Start("php", "php-cli", settings, "-S", address, Path.Combine(GatewayProcess.Root, "deploy/relay/relay.php"));
        // It says on this stream when it listens.
        await _php.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        _client = new HttpClient { BaseAddress = new Uri("http://" + address) };
    }

    [TearDown]
    public async Task Close()
    {
        _client.Dispose();
        _php.Kill();
        _php.Dispose();
        await _door.DisposeAsync();
    }

    [Test]
    public void ItHasFifteenLinesAtMost() =>
        Assert.That(File.ReadAllLines(Path.Combine(GatewayProcess.Root, "deploy/relay/relay.php")), Has.Length.LessThanOrEqualTo(15));

    [Test]
    public async Task APostWithAFileArrivesSignedAndTheCitizenGetsTheNumber()
    {
        using var form = new MultipartFormDataContent { { new StringContent("Jembatan \"Mahakam\" retak"), "isi" }, { new StringContent("Budi"), "nama" } };
        form.Add(new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 255]), "foto", "retak.png");

        var response = await _client.PostAsync("/", form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Nomor pelacakan: G000-0000-0000-00"));
        var translation = Posts.Translate(_door.Intake.Kept.Single());
        Assert.That(translation.Complaints.Single().Isi, Is.EqualTo("Jembatan \"Mahakam\" retak"));
        Assert.That(translation.Complaints[0].Lampiran.Single(), Has.Property("Name").EqualTo("retak.png").And.Property("MediaType").EqualTo("image/png").And.Property("Bytes").EqualTo(10));
        Assert.That(translation.Reporter, Is.EqualTo(new Reporter("Budi")));
    }

    [Test]
    public async Task AFieldNamedLikeAFileHarmsNeither()
    {
        using var form = new MultipartFormDataContent { { new StringContent("Banjir"), "isi" }, { new StringContent("ada"), "berkas_foto" }, { new StringContent("ada"), "berkas" } };
        form.Add(new ByteArrayContent([1, 2, 3]), "foto", "tanpa-akhiran");
        form.Add(new ByteArrayContent([4]), "lain[]", "b.bin");

        var response = await _client.PostAsync("/", form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(Posts.Complaint(_door.Intake.Kept.Single()).Lampiran.Select(file => file.Name), Is.EqualTo(new[] { "tanpa-akhiran", "b.bin" }));
    }

    // PHP's own limits: 2 MB a file, 8 MB a post.
    [TestCase(3)]
    [TestCase(9)]
    public async Task AFileThatPhpRefusedIsToldAndNothingIsSentWithoutIt(int megabytes)
    {
        using var form = new MultipartFormDataContent { { new StringContent("Banjir"), "isi" } };
        form.Add(new ByteArrayContent(new byte[megabytes << 20]), "foto", "besar.jpg");

        var response = await _client.PostAsync("/", form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("belum terkirim").And.Contain("terlalu besar"));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [Test]
    public async Task ARefusalIsPassedOnInWords()
    {
        var response = await _client.PostAsync("/", new FormUrlEncodedContent([KeyValuePair.Create("nama", "<b>Budi")]));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Isi laporan kosong").And.Not.Contain("<b>"));
    }

    [Test]
    public async Task WhenTheGatewayIsAwayTheCitizenIsAskedToTryAgain()
    {
        await _door.DisposeAsync();

        var response = await _client.PostAsync("/", new FormUrlEncodedContent([KeyValuePair.Create("isi", "Banjir")]));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("belum terkirim"));
    }
}
