using Dapper;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Core.Ledger;
using Gateway.Infrastructure.Ledger;
using Gateway.Server.Commands;
using Gateway.Server.Composition;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Support;

/// <summary>An opened house with a form, a chat and a mail channel, worked by the command line; its clock is the test's when it brings one.</summary>
internal sealed class DeskHouse : IAsyncDisposable
{
    private readonly string data;

    private DeskHouse(string data, House house) => (this.data, House) = (data, house);

    public House House { get; }

    /// <param name="time">Its clock; null for that of the machine.</param>
    /// <param name="destination">The destination <c>default</c> as the registry writes it; null for one at an address where nobody answers.</param>
    public static async Task<DeskHouse> OpenAsync(TimeProvider? time = null, string? destination = null)
    {
        var data = Directory.CreateTempSubdirectory("gateway-desk-").FullName;
        var registry = Path.Combine(data, "registry.yaml");
        await File.WriteAllTextAsync(registry, Registries.Of([destination ?? Registries.Destination("default", OpenedHouse.Nowhere, "state: open, requestsPerSecond: 100")], Registries.Form, Registries.Chat, Registries.Mail));
        var settings = new GatewaySettings { DataDirectory = data, Registry = registry };
        return new DeskHouse(data, await House.OpenAsync(settings, time ?? TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None));
    }

    /// <summary>Posts a form, lets the gates judge, and gives its number.</summary>
    public async Task<string> PostAsync(string json) =>
        (await TakeAsync("dishub-form", new RawItem { File = "post", MediaType = "application/json", Content = Content(json) })).Items.Single().Numbers.Single();

    /// <summary>The same with files.</summary>
    public async Task<string> PostAsync(string isi, params (string Name, byte[] Bytes)[] files) =>
        (await TakeAsync("dishub-form", await FormPost.OfAsync(new Dictionary<string, string> { ["isi"] = isi }, files))).Items.Single().Numbers.Single();

    /// <summary>Takes in an exported chat.</summary>
    public Task<Receipt> ChatAsync(string text, string file = "Chat WhatsApp dengan +62 811-0000-0009.txt") =>
        TakeAsync("dishub-wa", new RawItem { File = file, Content = Content(text) });

    /// <summary>Takes in a mail.</summary>
    public Task<Receipt> MailAsync(string text) =>
        TakeAsync("dishub-email", new RawItem { File = "surel.eml", MediaType = "message/rfc822", Content = Content(text.ReplaceLineEndings("\r\n")) });

    public async Task<ComplaintRow> FindAsync(string number) =>
        await House.Ledger.FindAsync(number, CancellationToken.None) ?? throw new AssertionException($"'{number}' is not in the ledger.");

    /// <summary>Path of a file beside the ledger.</summary>
    public string PathOf(string name) => Path.Combine(data, name);

    /// <summary>Writes a file beside the ledger and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = PathOf(name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Changes the ledger behind the gateway's back, as a bad disk does.</summary>
    public async Task DamageAsync(string sql)
    {
        await using var connection = new SqliteConnections(new SqliteLedgerOptions { Path = Path.Combine(data, "gateway.db") }).Open();
        Assert.That(await connection.ExecuteAsync("PRAGMA foreign_keys = OFF; " + sql), Is.EqualTo(1), "one row is damaged");
    }

    /// <summary>Runs a command inside the house: its exit code and everything it said.</summary>
    public async Task<(int Exit, string Output)> RunAsync(params string[] args)
    {
        await using var written = new StringWriter();
        var exit = await CommandRunner.RunAsync(args, new CommandContext(written, written, data, "tester", House, Interactive: false), CancellationToken.None);
        return (exit, written.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private async Task<Receipt> TakeAsync(string channel, RawItem raw)
    {
        var ct = CancellationToken.None;
        var round = channel == "dishub-form" ? null : await House.Intake.OpenRoundAsync(channel, "import", ct);
        var receipt = await House.Intake.AcceptAsync(channel, round, raw, ct);
        if (round is not null) await House.Intake.CloseRoundAsync(round, ct);
        await House.JudgeAsync(ct);
        return receipt;
    }

    private static BytesContent Content(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
