using System.Net;
using System.Text.RegularExpressions;
using Gateway.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>The hosted page and the limits of the door over the real process: what a citizen sees, and what is kept of it.</summary>
[Category("Journey")]
internal sealed partial class FormPageJourneyTests
{
    private const string Page = "{key: dishub-form, agency: dishub, kind: webform, policy: review, webform: {page: on}}";

    private static readonly HttpClient Http = new();

    [Test]
    public async Task ADoubleClickOnThePageIsOneComplaintThatKnowsItsNotice()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "", Page)).ServeAsync();
        var page = await Http.GetStringAsync(new Uri(gateway.Address, "/form/dishub-form"));

        var answers = await Task.WhenAll(SendAsync(gateway, page, "Halte di Jl. Awang Long bocor."), SendAsync(gateway, page, "Halte di Jl. Awang Long bocor."));

        Assert.That(page, Does.Contain("Dinas Perhubungan Provinsi Kalimantan Timur"));
        var numbers = answers.Select(answer => Number().Match(answer).Value).Distinct().ToList();
        Assert.That(numbers, Has.Count.EqualTo(1));
        var shown = await gateway.ShowAsync(numbers[0]);
        Assert.That((string?)shown["notice"], Is.EqualTo(Hidden(page, "pemberitahuan")));
        Assert.That((await gateway.RunAsync("complaints", "show", numbers[0])).Output, Does.Contain($"Pemberitahuan     {Hidden(page, "pemberitahuan")}"));
        Assert.That((await gateway.ItemsAsync("dishub-form", "complaint"), await gateway.ItemsAsync("dishub-form", "repeat")), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public async Task WhatFellIntoTheHoneypotIsListedAndAnOfficerBringsItBack()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "", Page)).ServeAsync();
        var page = await Http.GetStringAsync(new Uri(gateway.Address, "/form/dishub-form"));
        var answer = await SendAsync(gateway, page, "Lampu mati di Jl. Kartini.", trap: "diisi peramban");

        var item = (await gateway.RunAsync("quarantine", "list", "--ignored", "--json")).Lines().Single();
        var mended = await gateway.RunAsync("quarantine", "fix", (string)item["id"]!, "--set", "lokasi=Jl. Kartini", "--by", "Rina", "--reason", "ditulis warga");

        Assert.That(answer, Does.Contain("menunggu diperiksa petugas"));
        Assert.That((string?)item["reasons"]![0]!["code"], Is.EqualTo("honeypot"));
        Assert.That(mended.ExitCode, Is.Zero, mended.Output + mended.Error);
        var shown = await gateway.ShowAsync((string)(await gateway.ComplaintsAsync())[0]["number"]!);
        Assert.That((string?)shown["contract"]!["isi"], Is.EqualTo("Lampu mati di Jl. Kartini."));
        Assert.That((string?)shown["notice"], Is.EqualTo(Hidden(page, "pemberitahuan")));
    }

    [TestCase("127.0.0.1", 202, TestName = "BehindATrustedProxyEachSenderIsCountedAlone")]
    [TestCase("", 429, TestName = "WhatAnybodyElseSaysOfTheSenderIsNotBelieved")]
    public async Task Counts(string proxies, int other)
    {
        const string Channel = "{key: dishub-form, agency: dishub, kind: webform, webform: {token: kata-kunci, rate: 2/h}}";
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "", Channel)).With("Gateway__Http__TrustedProxies", proxies).ServeAsync();

        var statuses = new List<int>();
        foreach (var sender in new[] { "203.0.113.1", "9.9.9.9, 203.0.113.1", "203.0.113.1", "203.0.113.2" }) statuses.Add(await PostAsync(gateway, sender, statuses.Count));

        Assert.That(statuses, Is.EqualTo(new[] { 202, 202, 429, other }));
    }

    [Test]
    public async Task AProxyThatIsNoAddressIsToldAtOnce()
    {
        await using var gateway = new GatewayProcess(Registries.Of([], [])).With("Gateway__Http__TrustedProxies", "10.0.0.0/24; proksi");

        var answer = await gateway.RunAsync("doctor");

        Assert.That(answer.ExitCode, Is.EqualTo(2));
        Assert.That(answer.Output + answer.Error, Does.Contain("Gateway:Http:TrustedProxies 'proksi'").And.Contain("10.0.0.5"));
    }

    private static async Task<int> PostAsync(GatewayProcess gateway, string sender, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway.Address, "/intake/dishub-form")) { Content = new StringContent($"isi=Lubang nomor {number}") };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.Authorization = new("Bearer", "kata-kunci");
        request.Headers.Add("X-Forwarded-For", sender);
        using var answer = await Http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task<string> SendAsync(GatewayProcess gateway, string page, string isi, string trap = "")
    {
        using var form = new MultipartFormDataContent { { new StringContent(isi), "isi" }, { new StringContent("Siti Contoh"), "name" }, { new StringContent(trap), "situs_web" } };
        foreach (var hidden in new[] { "kunci", "pemberitahuan" }) form.Add(new StringContent(Hidden(page, hidden)), hidden);
        using var answer = await Http.PostAsync(new Uri(gateway.Address, "/form/dishub-form"), form);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), html);
        return html;
    }

    private static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value;

    [GeneratedRegex("G[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}")]
    private static partial Regex Number();
}
