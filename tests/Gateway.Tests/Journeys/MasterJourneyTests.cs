using System.Net.Http.Json;
using Gateway.Simulator;
using Gateway.Simulator.Faults;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>The real process reads the lists of the centre by itself, and uploads once more what the centre forgot.</summary>
[Category("Journey")]
internal sealed class MasterJourneyTests
{
    private static readonly HttpClient Http = new();

    [Test]
    public async Task AVanishedInstitutionIsReadLoggedAndNamedByTheDoctor()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions { MasterPageSize = 5 }, CancellationToken.None);
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "codes: {institution: {dishub: \"101\", dlh: \"103\"}}", Registries.Form)).ServeAsync();
        await VersionAsync(gateway, 1);

        using var changed = await Http.PostAsJsonAsync(new Uri(simulator.BaseUri, "/_simulator/masters"), new { close = new[] { 103 }, found = new[] { new { id = 301, name = "Dinas Contoh" } } });
        changed.EnsureSuccessStatusCode();
        var read = await gateway.RunAsync("destination", "masters", "default", "--read", "--diff");

        Assert.That(read.ExitCode, Is.Zero, read.Error);
        Assert.That(read.Output, Does.Contain("Kode 103 (dlh) tidak ada").And.Contain("  + 301  Dinas Contoh"));
        Assert.That(gateway.Log, Does.Contain("Institution 103 (dlh) of destination default"));
        Assert.That((await gateway.RunAsync("doctor")).Output, Does.Contain("instansi 103 (dlh; dulu: Dinas Lingkungan Hidup"));
        Assert.That(await gateway.StopAsync(), Is.Zero);
        await gateway.ServeAsync();
        await VersionAsync(gateway, 2);
    }

    [Test]
    public async Task FilesThatTheCentreForgotAreUploadedOnceMoreAndTheOrphanIsCounted()
    {
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions(), CancellationToken.None);
        simulator.AddFaults(new SimulatorFault(CentralCall.Create, FaultKind.ForgetFiles));
        await using var gateway = await new GatewayProcess(Registries.With(simulator.BaseUri, "", Registries.Form)).ServeAsync();
        using var form = new MultipartFormDataContent { { new StringContent("Jembatan kayu di Loa Duri lapuk, foto terlampir."), "isi" } };
        form.Add(new ByteArrayContent(SomePicture.Photo(400, 300)), "lampiran", "foto.jpg");
        using var answer = await Http.PostAsync(new Uri(gateway.Address, "/intake/dishub-form"), form);
        var number = (await gateway.UntilAsync(list => list.Any(row => (string?)row["state"] == "delivered"))).Single()["number"]!.GetValue<string>();

        var shown = await gateway.ShowAsync(number);

        Assert.That(shown["attemptLog"]!.AsArray().Select(attempt => $"{attempt!["step"]} {attempt["outcome"]}"), Is.EqualTo(new[] { "upload done", "create rejected", "upload done", "create done" }));
        Assert.That(((int?)shown["orphanUploads"], simulator.OrphanFiles, simulator.Complaints, simulator.Doubled), Is.EqualTo((1, 1, 1, 0)));
        Assert.That(shown["attemptLog"]!.AsArray().Select(attempt => (int?)attempt!["settings"]), Has.All.EqualTo(1));
        var line = await gateway.DestinationAsync();
        Assert.That(((int?)line["queue"]!["waiting"], (string?)line["queue"]!["forecast"]), Is.EqualTo((0, "empty")));
    }

    private static Task VersionAsync(GatewayProcess gateway, int version) => Eventually.HoldsAsync(
        async () => (await gateway.RunAsync("destination", "masters", "default", "--json")).Lines().Single()["version"]?.GetValue<int>() == version, $"version {version} is read", TimeSpan.FromSeconds(90));
}
