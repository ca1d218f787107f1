using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

/// <summary>What a release says and refuses: nothing goes to the centre without its code, and nothing is promised that is not so.</summary>
internal sealed class ReleaseTests
{
    private const string Isi = """{"isi":"Lampu jalan di Jl. Kartini depan SDN 003 mati sejak Senin, gelap sekali.","klasifikasi":"pengaduan"}""";

    [Test]
    public async Task WithoutTheCodeOfItsKindNothingIsReleased()
    {
        await using var desk = await OpenAsync("codes: {classification: {aspirasi: \"2\"}}");
        var number = await desk.PostAsync(Isi);
        Assert.That((await desk.FindAsync(number)).Reasons.Select(reason => reason.Code), Does.Contain("code-not-mapped"));

        var (exit, said) = await desk.RunAsync("complaints", "release", number, "--reason", "biar jalan");

        var row = await desk.FindAsync(number);
        Assert.That((exit, row.State), Is.EqualTo((1, ComplaintState.Held)), said);
        Assert.That(row.Reasons.Select(reason => reason.Code), Does.Contain("code-not-mapped"));
        Assert.That(said, Does.Contain("classification: pengaduan").And.Contain("./gateway channels apply"));

        var mapped = desk.Write("registry.yaml", Registries.Of([Destination("codes: {classification: {aspirasi: \"2\", pengaduan: \"1\"}}")], Registries.Form));
        Assert.That((await desk.RunAsync("channels", "apply", mapped)).Exit, Is.Zero);
        Assert.That((await desk.RunAsync("complaints", "release", number)).Exit, Is.Zero);
    }

    [Test]
    public async Task APlaceWithoutACodeGoesAsALineOfTheText()
    {
        await using var desk = await OpenAsync("codes: {location: {Samarinda: \"5\"}}");
        var number = await desk.PostAsync("""{"isi":"Lampu jalan di Jl. Kartini depan SDN 003 mati sejak Senin, gelap sekali.","lokasi":"Jl. Kartini"}""");
        Assert.That((await desk.FindAsync(number)).State, Is.EqualTo(ComplaintState.Held));

        Assert.That((await desk.RunAsync("complaints", "release", number)).Exit, Is.Zero);
    }

    [Test]
    public async Task WhileADestinationIsPausedNoSendingIsPromised()
    {
        await using var desk = await OpenAsync("requestsPerSecond: 0");
        var number = await desk.PostAsync(Isi);
        await desk.RunAsync("complaints", "hold", number);
        var paused = await desk.RunAsync("destination", "pause", "default");

        var released = await desk.RunAsync("complaints", "release", number);

        Assert.That(paused, Is.EqualTo((0, "default: sekarang dijeda.\n")));
        Assert.That(released.Output, Does.Contain("./gateway destination open default").And.Not.Contain("Belum ada serve"));
        Assert.That((await desk.RunAsync("destination", "open", "default")).Output, Does.StartWith("default: sekarang terbuka.\n"));
    }

    private static string Destination(string settings) => Registries.Destination("default", OpenedHouse.Nowhere, "state: open, " + settings);

    private static Task<DeskHouse> OpenAsync(string settings) => DeskHouse.OpenAsync(destination: Destination(settings));
}
