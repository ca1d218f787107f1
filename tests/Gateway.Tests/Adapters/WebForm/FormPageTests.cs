using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gateway.Contracts;
using Gateway.Contracts.Intake;

namespace Gateway.Tests.Adapters.WebForm;

public sealed partial class FormPageTests
{
    private static readonly Dictionary<string, string> Filled = new()
    {
        ["isi"] = "Halte di Jl. Awang Long bocor <parah> & gelap",
        ["judul"] = "Halte bocor",
        ["tanggalKejadian"] = "2026-06-12",
        ["lokasi"] = "Jl. Awang Long",
        ["name"] = "Siti Rahmah",
        ["phone"] = "0811-0000-0001",
        ["email"] = "siti@warga.example",
        ["anonim"] = "ya",
        ["situs_web"] = "",
    };

    private OpenDoor _door = null!;

    [SetUp]
    public async Task Open() => _door = await OpenDoor.StartAsync(100_000);

    [TearDown]
    public async Task Close() => await _door.DisposeAsync();

    [TestCase("open", 404)]
    [TestCase("nobody", 404)]
    [TestCase("mail", 404)]
    [TestCase("page", 200)]
    public async Task ThereIsAPageOnlyWhereTheChannelSaysSo(string channel, int status)
    {
        Assert.That((int)(await _door.Client.GetAsync("/form/" + channel)).StatusCode, Is.EqualTo(status));
        Assert.That((await _door.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/form/" + channel))).Content.Headers.ContentLength, Is.GreaterThan(0));
    }

    [Test]
    public async Task ThePageIsSmallWithoutScriptAndHeadedAsIntake()
    {
        var response = await _door.Client.GetAsync("/form/page");
        var html = await response.Content.ReadAsStringAsync();

        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(15_000));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("onclick").And.Contain("Pintu masuk ke SP4N-LAPOR!").And.Contain("bukan kanal pengaduan baru").And.Contain("Dinas Perhubungan"));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'; style-src 'sha256-").And.Contain("frame-ancestors 'none'"));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
    }

    [Test]
    public async Task EachInputHasItsLabel()
    {
        var html = await _door.Client.GetStringAsync("/form/page");
        var inputs = Input().Matches(html).Select(match => match.Value).Where(tag => !tag.Contains("type=\"hidden\"", StringComparison.Ordinal)).ToList();
        var ids = inputs.Select(tag => Id().Match(tag).Groups[1].Value).ToList();

        Assert.That(ids, Is.Unique.And.Count.EqualTo(11));
        Assert.That(ids.Where(id => !html.Contains($"<label for=\"{id}\">", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task SpeaksEnglishWhenTheAddressAsks()
    {
        var html = await _door.Client.GetStringAsync("/form/page?lang=en");

        Assert.That(html, Does.Contain("<html lang=\"en\">").And.Contain("Intake into SP4N-LAPOR!").And.Contain("action=\"?lang=en\""));
    }

    [Test]
    public async Task TheSettingsOfThePageAreShownAndHarmless()
    {
        var html = await _door.Client.GetStringAsync("/form/named-page");

        Assert.That(html, Does.Contain("Formulir &lt;Dishub&gt;").And.Contain("ppid@dishub.example").And.Contain("Dua tahun."));
    }

    [Test]
    public async Task AReportIsKeptWithTheNoticeThatWasShownAndGetsItsNumber()
    {
        var page = await _door.Client.GetStringAsync("/form/page");
        var html = await Text(await SendAsync("page", page, Filled, "foto jalan.png"));

        Assert.That(html, Does.Contain("G000-0000-0000-00").And.Contain("Apa yang terjadi sekarang").And.Contain("/track/G000-0000-0000-00"));
        var raw = _door.Intake.Kept.Single();
        Assert.That(raw.Evidence["privacy-notice"], Is.EqualTo(Hidden(page, "pemberitahuan")));
        // The map of the channel is that of its own form, not of this page.
        var translation = Posts.Translate(raw, Posts.Channel("""{"page":"on","map":{"isi":"kolom_7"}}"""));
        Assert.That(translation.Complaints.Single().Isi, Is.EqualTo(Filled["isi"]));
        Assert.That(translation.Complaints[0].Lampiran.Single().Name, Is.EqualTo("foto jalan.png"));
        Assert.That(translation.Complaints[0].Anonim, Is.True);
        Assert.That(translation.Reporter, Is.EqualTo(new Reporter("Siti Rahmah", "0811-0000-0001", "siti@warga.example")));
        Assert.That(translation.Reasons, Is.Empty);
    }

    [Test]
    public async Task ADoubleClickIsOneReportAndWhoGoesBackAndWritesAnotherHasTwo()
    {
        var page = await _door.Client.GetStringAsync("/form/page");
        var first = await Text(await SendAsync("page", page, Filled));
        var second = await Text(await SendAsync("page", page, Filled));
        var other = await Text(await SendAsync("page", page, new(Filled) { ["isi"] = "Lampu di Jl. Kartini mati" }));

        Assert.That(second, Is.EqualTo(first));
        Assert.That(other, Does.Contain("G000-0000-0001-00"));
    }

    [Test]
    public async Task TwoWhoWriteTheSameHaveTwoNumbers()
    {
        await SendAsync("page", await _door.Client.GetStringAsync("/form/page"), Filled);

        Assert.That(await Text(await SendAsync("page", await _door.Client.GetStringAsync("/form/page"), Filled)), Does.Contain("G000-0000-0001-00"));
    }

    [TestCase("isi", " \n", "Isi laporan masih kosong")]
    [TestCase("tanggalKejadian", "kemarin dulu", "Tanggal tidak terbaca")]
    [TestCase("tanggalKejadian", "2026-06-16", "Tanggal kejadian belum tiba")]
    public async Task AFaultStandsBesideItsFieldAndWhatWasTypedStays(string field, string value, string words)
    {
        var page = await _door.Client.GetStringAsync("/form/page");
        var response = await SendAsync("page", page, new(Filled) { [field] = value }, "foto.png");
        var html = await Text(response);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(html, Does.Contain($"<p class=\"fault\" id=\"{field}-fault\">{words}").And.Contain($"aria-describedby=\"{(field == "isi" ? "isi-hint isi-fault" : field + "-fault")}\" aria-invalid=\"true\""));
        Assert.That(html, Does.Contain("value=\"Halte bocor\"").And.Contain("name=\"anonim\" value=\"ya\" checked").And.Contain("Pilih lagi berkasnya"));
        Assert.That(Hidden(html, "kunci"), Is.EqualTo(Hidden(page, "kunci")));
        if (field != "isi") Assert.That(html, Does.Contain("bocor &lt;parah&gt; &amp; gelap</textarea>"));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [Test]
    public async Task AnOldNoticeIsShownAnewBeforeItCounts()
    {
        var page = (await _door.Client.GetStringAsync("/form/page")).Replace(Hidden(await _door.Client.GetStringAsync("/form/page"), "pemberitahuan"), "0-00000000", StringComparison.Ordinal);
        var html = await Text(await SendAsync("page", page, Filled));

        Assert.That(html, Does.Contain("sudah berubah"));
        Assert.That(_door.Intake.Kept, Is.Empty);
        Assert.That(await Text(await SendAsync("page", html, Filled)), Does.Contain("G000-"));
    }

    [Test]
    public async Task TheVersionOfTheNoticeChangesWithItsWords() =>
        Assert.That(
            Hidden(await _door.Client.GetStringAsync("/form/named-page"), "pemberitahuan"),
            Does.Match("^1-[0-9a-f]{8}$").And.Not.EqualTo(Hidden(await _door.Client.GetStringAsync("/form/page"), "pemberitahuan")));

    [Test]
    public async Task AMachineIsAnsweredKindlyAndIgnored()
    {
        var html = await Text(await SendAsync("page", await _door.Client.GetStringAsync("/form/page"), new(Filled) { ["situs_web"] = "https://obat.example" }));

        Assert.That(html, Does.Contain("menunggu diperiksa petugas").And.Not.Contain("G000-"));
        Assert.That(Posts.Translate(_door.Intake.Kept.Single(), Posts.Channel("""{"page":"on"}""")).Outcome, Is.EqualTo(ItemOutcome.Ignored));
    }

    [TestCase("https://situs-lain.example", 403)]
    [TestCase("null", 403)]
    [TestCase("https://www.dishub.example", 200)]
    public async Task OnlyItsOwnPageAndListedSitesMayPost(string origin, int status) =>
        Assert.That((int)(await SendAsync("named-page", await _door.Client.GetStringAsync("/form/named-page"), Filled, origin: origin)).StatusCode, Is.EqualTo(status));

    [Test]
    public async Task TheOriginOfThePageItselfIsItsOwn()
    {
        var origin = _door.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        Assert.That((await SendAsync("page", await _door.Client.GetStringAsync("/form/page"), Filled, origin: origin)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task OverTheRateWhoReportsIsAskedToWait()
    {
        var page = await _door.Client.GetStringAsync("/form/named-page");
        for (var i = 0; i < 3; i++) await SendAsync("named-page", page, new(Filled) { ["isi"] = $"Halte {i}" });

        var response = await SendAsync("named-page", page, Filled);

        Assert.That((int)response.StatusCode, Is.EqualTo(429));
        Assert.That(response.Headers.RetryAfter, Is.Not.Null);
        Assert.That(await Text(response), Does.Contain("Terlalu banyak kiriman").And.Contain("Siti Rahmah"), "what was typed stays");
    }

    [Test]
    public async Task APausedChannelSaysSoAndKeepsWhatWasTyped()
    {
        var response = await SendAsync("paused-page", await _door.Client.GetStringAsync("/form/paused-page"), Filled);

        Assert.That((int)response.StatusCode, Is.EqualTo(503));
        Assert.That(await Text(response), Does.Contain("Kanal sedang dijeda").And.Contain("Siti Rahmah"));
    }

    [Test]
    public async Task AClosedIntakeKeepsWhatWasTyped()
    {
        _door.Intake.IsClosed = true;
        var response = await SendAsync("page", await _door.Client.GetStringAsync("/form/page"), Filled);

        Assert.That((int)response.StatusCode, Is.EqualTo(503));
        Assert.That(await Text(response), Does.Contain("Belum dapat menerima laporan").And.Contain("Siti Rahmah"));
    }

    [Test]
    public async Task FilesOverTheLimitAreRefusedWithWords()
    {
        var response = await SendAsync("page", await _door.Client.GetStringAsync("/form/page"), Filled, "besar.bin", new byte[200_000]);

        Assert.That((int)response.StatusCode, Is.EqualTo(413));
        Assert.That(await Text(response), Does.Contain("Kiriman terlalu besar").And.Contain("Tekan tombol Kembali").And.Not.Contain("<form"));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [TestCase("application/json")]
    [TestCase("text/plain")]
    public async Task ThePageTakesOnlyWhatFormsSend(string mediaType)
    {
        using var content = new StringContent("""{"isi":"Banjir"}""", new System.Net.Http.Headers.MediaTypeHeaderValue(mediaType));

        var response = await _door.Client.PostAsync("/form/page", content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        Assert.That(_door.Intake.Kept, Is.Empty);
    }

    [Test]
    public async Task ABrokenPostIsKeptInQuarantine()
    {
        var content = new StringContent("--b\r\nContent-Disposition: form-data; name=\"isi\"\r\n\r\nBanjir");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        var response = await _door.Client.PostAsync("/form/page", content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(_door.Intake.Kept, Has.Count.EqualTo(1));
    }

    private async Task<HttpResponseMessage> SendAsync(string channel, string page, Dictionary<string, string> fields, string? file = null, byte[]? bytes = null, string? origin = null)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var hidden in new[] { "kunci", "pemberitahuan" }) form.Add(new StringContent(Hidden(page, hidden)), hidden);
        if (file is not null) form.Add(new ByteArrayContent(bytes ?? [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]), "lampiran", file);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/form/" + channel) { Content = form };
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        return await _door.Client.SendAsync(request);
    }

    private static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    private static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value;

    [GeneratedRegex("<(input|textarea)[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();
}
