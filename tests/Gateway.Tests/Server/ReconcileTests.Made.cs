using System.Text.Json.Nodes;
using Gateway.Core;
using Gateway.Core.Ledger;
using Gateway.Tests.Support;

namespace Gateway.Tests.Server;

// What is compared, made for it.
internal sealed partial class ReconcileTests
{
    private static string? Numbers(JsonNode pairs) => string.Join(' ', pairs.AsArray().Select(pair => (string?)pair!["number"]));

    private readonly Dictionary<string, string> told = [];

    private int posts;

    private string Workbook(XlsxFile book)
    {
        File.WriteAllBytes(desk.PathOf("daftar.xlsx"), book.Bytes());
        return desk.PathOf("daftar.xlsx");
    }

    private async Task<string?> DigestAsync(string file, params string[] options) =>
        (string?)JsonNode.Parse((await desk.RunAsync(["reconcile", file, "--json", .. options])).Output.Split('\n')[0])!["digest"];

    // As a person does: looks, then says yes to what was shown.
    private async Task<(int Exit, string Output)> SettleAsync(string file, params string[] options)
    {
        string[] yes = await DigestAsync(file, options) is { } digest ? ["--yes", digest] : ["--yes"];
        return await desk.RunAsync(["reconcile", file, .. yes, "--reason", "daftar admin", .. options]);
    }

    private async Task<string> PostAsync()
    {
        var isi = $"Lampu jalan di Jl. Kartini tiang nomor {++posts} mati sejak Senin, gelap sekali.";
        var number = await desk.PostAsync($$"""{"isi":"{{isi}}"}""");
        told[number] = isi;
        return number;
    }

    // As the centre shows it.
    private string Sent(string number) => $"{told[number]}\n{TrackingNumber.Marker(number)}";

    private async Task<string> EndedAsync(AttemptOutcome outcome, ComplaintState to, string? centralId = null, DateTimeOffset? begun = null)
    {
        var number = await PostAsync();
        var claimed = (await desk.House.Ledger.ClaimAsync(Some.Claim(number), CancellationToken.None))!;
        var attempt = Some.Attempt(claimed) with { Begun = begun ?? Some.Noon };
        Assert.That(await desk.House.Ledger.BeginAsync(attempt, CancellationToken.None), Is.True);
        Assert.That(await desk.House.Ledger.CompleteAsync(Some.End(attempt, claimed, outcome, to, centralId), CancellationToken.None), Is.EqualTo(AttemptEndResult.Done));
        return number;
    }
}
