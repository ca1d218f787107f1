using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Simulator;
using Gateway.Simulator.Faults;

namespace Gateway.Tests.Simulator;

/// <summary>A running simulator and a caller that speaks to it as the contract says; made for one test.</summary>
internal sealed class Centre : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private Centre(CentralSimulator simulator)
    {
        Simulator = simulator;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = simulator.BaseUri };
    }

    public CentralSimulator Simulator { get; }

    public HttpClient Http { get; }

    public static async Task<Centre> OpenAsync(SimulatorOptions? options = null) =>
        new(await CentralSimulator.StartAsync(options ?? new SimulatorOptions(), CancellationToken.None));

    public static Task<Centre> OpenAsync(params SimulatorFault[] faults) => OpenAsync(new SimulatorOptions { Faults = faults });

    public static JsonObject Complaint(string? number = "G7K2-M9QX-4TVB-3H", JsonNode? attachments = null) => new()
    {
        ["title"] = "Lampu jalan padam di Jalan Kartini",
        ["content"] = "Lampu penerangan jalan di depan SDN 004 padam sejak tiga malam."
            + (number is null ? "" : $"\n\nNo. pelacakan: {number}"),
        ["date_of_incident"] = "2026-05-12",
        ["is_anonymous"] = 1,
        ["attachments"] = attachments ?? JsonValue.Create(false),
    };

    public static MultipartFormDataContent Upload(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "attachments[]", name);
        return form;
    }

    public Task<HttpResponseMessage> CreateAsync(JsonObject? complaint = null) =>
        Http.PostAsJsonAsync("complaints/complaint", complaint ?? Complaint());

    public async Task<long> CreatedAsync(JsonObject? complaint = null) =>
        (await JsonAsync(await CreateAsync(complaint)))["complaint_id"]!.GetValue<long>();

    public async Task<JsonNode> GetJsonAsync(string path) => await JsonAsync(await Http.GetAsync(path));

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return JsonNode.Parse(text) ?? throw new InvalidOperationException($"{answer.StatusCode} with the body {text}");
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return Simulator.DisposeAsync();
    }
}
