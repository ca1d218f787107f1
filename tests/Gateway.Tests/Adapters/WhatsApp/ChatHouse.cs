using Dapper;
using Gateway.Adapters.WhatsApp;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core;
using Gateway.Core.Connectivity;
using Gateway.Core.Identity;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Core.Nodes;
using Gateway.Core.Payloads;
using Gateway.Infrastructure.Ledger;
using Gateway.Tests.Infrastructure.Ledger;
using Gateway.Tests.Simulation.Ledger;
using Gateway.Tests.Simulation.Parts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Adapters.WhatsApp;

/// <summary>The real intake over a ledger, with the chat adapter as its only translator: what one export after another leaves there.</summary>
internal sealed class ChatHouse : IAsyncDisposable, IPayloadStore, ICrashPoints, IRegistrySource
{
    private readonly SimulatedVault _vault = new();
    private readonly LedgerFolder? _folder;
    private readonly ILedger _ledger;
    private readonly IntakePipeline _intake;

    private ChatHouse(LedgerFolder? folder, ILedger ledger, string settings)
    {
        (_folder, _ledger) = (folder, ledger);
        Answer(settings);
        _intake = new IntakePipeline(
            ledger, new ThisNode("node-1", "node-1"), this, _vault, new SimulatedIdentifiers(), this, new Dictionary<string, IMessageTranslator> { ["whatsapp"] = new WhatsAppAdapter().Translator },
            this, TimeProvider.System, NullLogger<IntakePipeline>.Instance);
    }

    public Registry Current { get; private set; } = new();

    public bool IsBehind => false;

    public static async Task<ChatHouse> OnSqliteAsync(string settings = "{}")
    {
        var folder = new LedgerFolder();
        return new ChatHouse(folder, await folder.OpenAsync(), settings);
    }

    public static ChatHouse InMemory(string settings = "{}") => new(null, new SimulatedLedger(), settings);

    public Task<bool> IsLatestAsync(CancellationToken ct) => Task.FromResult(true);

    public void Answer(string settings) => Current = new Registry { Channels = [Export.Channel(settings)] };

    public Task<List<ItemReceipt>> ImportAsync(string text, string file = "Chat WhatsApp dengan LAPOR.txt") => ImportAsync(Export.Of(text, file));

    public async Task<List<ItemReceipt>> ImportAsync(RawItem raw)
    {
        var round = await _intake.OpenRoundAsync("dishub-wa", "import", CancellationToken.None);
        var items = new List<ItemReceipt>();
        await _intake.AcceptAsync("dishub-wa", round, raw, items.Add, CancellationToken.None);
        await _intake.CloseRoundAsync(round, CancellationToken.None);
        return items;
    }

    /// <summary>What the source book holds under a prefix.</summary>
    public Task<IReadOnlyDictionary<string, string>> BookAsync(string prefix) => _ledger.FindAsync("dishub-wa", prefix, CancellationToken.None);

    /// <summary>How many messages are remembered, whatever became of them.</summary>
    public async Task<int> AccountedAsync() =>
        (await _ledger.MarksUnderAsync("dishub-wa", [[]], int.MaxValue, CancellationToken.None)).Count(known => known.Key[4] == ChatMarks.Said);

    public async Task<List<Complaint>> ComplaintsAsync() =>
        [.. (await _ledger.ListAsync(new ComplaintQuery(), CancellationToken.None)).Select(new ComplaintReader(_vault).Open)];

    /// <summary>Every line of every complaint and of what followed it, sorted.</summary>
    public async Task<List<string>> WordsAsync()
    {
        var texts = (await ComplaintsAsync()).Select(complaint => complaint.Isi).ToList();
        using var connection = new SqliteConnection($"Data Source={_folder!.File};Mode=ReadOnly;Pooling=False".Replace(_folder.File, Quoted(_folder.File), StringComparison.Ordinal));
        texts.AddRange(connection.Query<byte[]>("SELECT follow_up FROM items WHERE follow_up IS NOT NULL").Select(System.Text.Encoding.UTF8.GetString));
        return [.. texts.SelectMany(text => text.Split('\n')).Order(StringComparer.Ordinal)];
    }

    public async Task<StoredPayload> KeepAsync(string id, IRawContent content, byte[] wrappedKey, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using var stream = content.Open();
        await stream.CopyToAsync(bytes, ct);
        return new StoredPayload(bytes.ToArray(), null, bytes.Length);
    }

    public IRawContent Open(StoredPayload payload, byte[] wrappedKey) => new BytesContent(payload.Inline);

    public void Reach(CrashPoint point) { }

    public async ValueTask DisposeAsync()
    {
        if (_ledger is SqliteLedger ledger) await ledger.DisposeAsync();
        if (_folder is not null) await _folder.CleanAsync();
    }

    private static string Quoted(string path) => "\"" + path + "\"";
}
