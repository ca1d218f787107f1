using System.Runtime.Versioning;
using Dapper;
using Gateway.Contracts;
using Gateway.Contracts.Intake;
using Gateway.Infrastructure.Ledger;
using Gateway.Server.Composition;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests.Support;

/// <summary>A house in a data folder of its own: given posts and exports, closed and opened again, and damaged from outside.</summary>
[SupportedOSPlatform("linux")]
internal sealed class OpenedHouse : IAsyncDisposable
{
    /// <summary>Where no test sends anything.</summary>
    public static readonly Uri Nowhere = new("http://127.0.0.1:9");

    private readonly GatewaySettings settings;
    private House? house;

    private OpenedHouse(GatewaySettings settings) => this.settings = settings;

    public House House => house ?? throw new InvalidOperationException("It is closed.");

    public string Data => settings.DataDirectory;

    /// <summary>A new house with these channels; its centre is <see cref="Nowhere"/> unless a test has one.</summary>
    public static Task<OpenedHouse> NewAsync(Uri? centre, params string[] channels) => NewWithAsync(centre, "", channels);

    /// <summary>The same with settings of the destination.</summary>
    public static async Task<OpenedHouse> NewWithAsync(Uri? centre, string destination, params string[] channels)
    {
        var data = Directory.CreateTempSubdirectory("gateway-house-").FullName;
        var registry = Path.Combine(data, "registry.yaml");
        await File.WriteAllTextAsync(registry, Registries.With(centre ?? Nowhere, destination, channels));
        var opened = new OpenedHouse(new GatewaySettings { DataDirectory = data, Registry = registry });
        await opened.OpenAsync();
        return opened;
    }

    public async Task OpenAsync() => house = await House.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);

    public async Task CloseAsync()
    {
        if (house is not null) await house.DisposeAsync();
        house = null;
    }

    /// <summary>Posts a form and gives its tracking number.</summary>
    public Task<string> PostAsync(string json) =>
        TakeAsync(new RawItem { File = "post", MediaType = "application/json", Content = new BytesContent(System.Text.Encoding.UTF8.GetBytes(json)) });

    /// <summary>Posts a form with files, leads it through the gates and gives its tracking number.</summary>
    public async Task<string> PostAsync(IReadOnlyDictionary<string, string> fields, params (string Name, byte[] Bytes)[] files)
    {
        var number = await TakeAsync(await FormPost.OfAsync(fields, files));
        await House.JudgeAsync(CancellationToken.None);
        return number;
    }

    /// <summary>Takes in a post that no gate has seen yet.</summary>
    public async Task<string> TakeAsync(RawItem post, string channel = "dishub-form") =>
        (await House.Intake.AcceptAsync(channel, null, post, CancellationToken.None)).Items.Single().Numbers.Single();

    /// <summary>Changes the ledger behind the gateway's back, as a bad disk does.</summary>
    public async Task DamageAsync(string sql, object? arguments = null)
    {
        await using var connection = new SqliteConnections(new SqliteLedgerOptions { Path = Path.Combine(Data, "gateway.db") }).Open();
        Assert.That(await connection.ExecuteAsync(sql, arguments), Is.EqualTo(1), "one row is damaged");
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(Data, recursive: true);
    }
}
