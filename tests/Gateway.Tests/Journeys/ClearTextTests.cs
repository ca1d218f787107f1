using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gateway.Simulator;
using Gateway.Tests.Support;

namespace Gateway.Tests.Journeys;

/// <summary>
/// After a journey of every sample, neither the data folder (ledger, write-ahead log, payloads), nor the log, nor what the centre was
/// sent, shows in clear who complained, or a secret that was given by reference.
/// </summary>
[Category("Journey")]
[Category("RabbitMq")]
[NonParallelizable]
internal sealed class ClearTextTests
{
    private const string CentreToken = "rahasia-pusat-4Zk9qT";
    private const string FormToken = "rahasia-formulir-8Wm2xP";

    private static readonly HttpClient Http = new();
    private static readonly string[] Kinds = ["email", "whatsapp", "webform", "register"];
    private static readonly string Samples = Path.Combine(GatewayProcess.Root, "docs", "samples");

    [Test]
    public async Task NobodyIsNamedInTheDataFolderTheLogOrWhatWasSent()
    {
        await using var rabbit = await RabbitMqServer.RunAsync();
        await using var simulator = await CentralSimulator.StartAsync(new SimulatorOptions { Token = CentreToken }, CancellationToken.None);
        await using var gateway = new GatewayProcess(Registry(simulator.BaseUri))
            .With("LAPOR_TOKEN", CentreToken).With("DISHUB_FORM", FormToken)
            .With("Gateway__Messaging__Transport", "RabbitMq").With("Gateway__Messaging__RabbitMq__Uri", rabbit.Uri);
        var secrets = await SecretsAsync(gateway);
        await gateway.ServeAsync();

        foreach (var kind in Kinds)
        {
            var imported = await gateway.RunAsync("import", kind, Path.Combine(Samples, kind), "--channel", "dishub-" + kind);
            Assert.That(imported.ExitCode, Is.Zero, imported.Error);
        }

        await PostWithTokenAsync(gateway);
        await gateway.UntilAsync(list => list.Any(row => (string?)row["state"] == "delivered")
            && list.All(row => (string?)row["state"] is "delivered" or "held" or "parked"));

        Assert.That(secrets.Select(secret => secret.Kind.Split(' ')[0]).Distinct(), Is.SupersetOf(new[] { "name", "phone", "email", "address", "token" }));
        var running = Exposed(secrets, Files(gateway.Data), gateway.Log, Sent(simulator));
        Assert.That(await gateway.StopAsync(), Is.Zero);
        var stopped = Exposed(secrets, Files(gateway.Data), gateway.Log, Sent(simulator));
        Assert.That(running.Concat(stopped).Distinct(), Is.Empty);
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public void APlantedValueIsFound(string encoding)
    {
        var secrets = new[] { new Secret("name in canary", "Rahmawati Contoh"), new Secret("phone in canary", "811-0000-0999") };
        var bytes = Encoding.GetEncoding(encoding).GetBytes("...rahmawati contoh, 0811-0000-0999...");

        var found = Exposed(secrets, [("gateway.db", bytes)], "", "").ToList();

        // The same letters in the other byte order begin one byte later, so which of both is named does not matter.
        Assert.That(found, Has.Count.EqualTo(2));
        Assert.That(found[0], Does.StartWith("name in canary stands in gateway.db"));
        Assert.That(found[1], Does.StartWith("phone in canary stands in gateway.db"));
    }

    private static string Registry(Uri centre) => Registries.With(
        centre,
        "headers: {token: \"env:LAPOR_TOKEN\"}, schedule: [1s]",
        "{key: dishub-email, agency: dishub, kind: email, policy: auto}",
        "{key: dishub-whatsapp, agency: dishub, kind: whatsapp, policy: auto, whatsapp: {officers: [\"Dishub Kaltim\"]}}",
        "{key: dishub-webform, agency: dishub, kind: webform, policy: auto, webform: {token: \"env:DISHUB_FORM\"}}",
        "{key: dishub-register, agency: dishub, kind: register, policy: auto}");

    private static async Task<IReadOnlyList<Secret>> SecretsAsync(GatewayProcess gateway)
    {
        var secrets = new List<Secret> { new("token of the centre", CentreToken), new("token of the form", FormToken), new("name in the post", "Rahmawati Contoh"), new("phone in the post", "811-0000-0101") };
        foreach (var kind in Kinds)
        {
            var inspected = await gateway.RunAsync("inspect", kind, Path.Combine(Samples, kind));
            Assert.That(inspected.ExitCode, Is.Zero, inspected.Error);
            foreach (var line in inspected.Lines()) secrets.AddRange(Secret.Of($"{Path.GetFileName((string)line["file"]!)}:{(string?)line["item"]}", line["reporter"]));
        }

        return [.. secrets.Where(secret => !secret.Value.Equals("Dishub Kaltim", StringComparison.OrdinalIgnoreCase)).DistinctBy(secret => secret.Value)];
    }

    private static async Task PostWithTokenAsync(GatewayProcess gateway)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway.Address, "/intake/dishub-webform"))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("isi", "Halte di Jalan Pahlawan bocor. Rahmawati Contoh, 0811 0000 0101"), KeyValuePair.Create("nama", "Rahmawati Contoh"), KeyValuePair.Create("hp", "0811-0000-0101")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FormToken);
        using var answer = await Http.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<(string Place, byte[] Bytes)> Files(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is not (".sock" or ".lock")).Select(file => (Path.GetRelativePath(folder, file.FullName), Read(file.FullName)));

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static string Sent(CentralSimulator simulator) =>
        string.Join('\n', simulator.Received.Select(stored => stored.Fields.GetRawText() + string.Join(',', stored.Attachments.Select(file => file.Name))));

    /// <summary>What stands where; never the value itself.</summary>
    private static IEnumerable<string> Exposed(IReadOnlyList<Secret> secrets, IEnumerable<(string Place, byte[] Bytes)> files, string log, string sent)
    {
        foreach (var (place, bytes) in files.Append(("log", Encoding.UTF8.GetBytes(log))).Append(("sent", Encoding.UTF8.GetBytes(sent))).ToList())
        {
            var lowered = ClearText.Lower(bytes);
            foreach (var secret in secrets)
            {
                if (ClearText.Find(lowered, secret.Value) is { } encoding) yield return $"{secret.Kind} stands in {place} ({encoding})";
            }
        }
    }
}
