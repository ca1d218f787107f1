using Gateway.Core.Ledger;
using Gateway.Core.ServiceClock;
using Gateway.Infrastructure.Identity;
using Gateway.Infrastructure.Ledger;
using Gateway.Infrastructure.Payloads;
using Gateway.Server.Words;

namespace Gateway.Server.Composition;

// How a data folder is opened, and what is refused before anything is touched.
internal sealed partial class House
{
    /// <summary>Opens a data folder that has a ledger. One without is left as it is.</summary>
    /// <exception cref="HouseHeldException">Another process has it.</exception>
    /// <exception cref="LedgerUnavailableException">There is none where the settings say.</exception>
    /// <exception cref="CommandException">There is no ledger in the folder, or what <see cref="OpenAsync"/> says.</exception>
    public static async Task<House> OpenExistingAsync(GatewaySettings settings, TimeProvider time, ILoggerFactory logs, CancellationToken ct)
    {
        var data = settings.DataDirectory;
        if (!File.Exists(data) && !LedgerPlace.Exists(settings))
        {
            if (HouseLock.IsTaken(data)) throw new HouseHeldException(data);
            throw settings.Ledger.ConnectionString is { } path
                ? new LedgerUnavailableException(WordList.In(settings.Language)["house.no-file", path])
                : new CommandException(4, WordList.In(settings.Language)["house.empty", data]);
        }

        return await OpenAsync(settings, time, logs, ct);
    }

    /// <summary>Opens the data folder, creating it when it is new, and applies the registry file when one is set.</summary>
    /// <exception cref="HouseHeldException">Another process has it.</exception>
    /// <exception cref="CommandException">The registry file has faults, or the key is missing.</exception>
    public static async Task<House> OpenAsync(GatewaySettings settings, TimeProvider time, ILoggerFactory logs, CancellationToken ct)
    {
        var data = settings.DataDirectory;
        LedgerPlace.Check(settings);
        MakeFolder(data, WordList.In(settings.Language));
        var held = HouseLock.TryTake(data) ?? throw new HouseHeldException(data);
        SqlLedger? ledger = null;
        House? house = null;
        try
        {
            var vault = new AesVault(MasterKey(settings, LedgerPlace.FileOf(settings)));
            ledger = await LedgerPlace.OpenAsync(settings, time, ct);
            await CheckKeyAsync(ledger, vault, settings.Language, ct);
            var payloads = new FilePayloadStore(new FilePayloadOptions { Folder = PayloadFolderOf(settings), Reserve = settings.Ledger.DiskReserveBytes }, vault);
            house = new House(settings, held, ledger, vault, payloads, time, logs) { LedgerId = await IdAsync(ledger, ct) };
            house.journalPast = await house.JournalPastAsync(ct);
            if (LedgerPlace.IsShared(settings)) await house.JoinAsync(ct);
            await house.Registry.LoadAsync(ct);
            if (settings.Registry is { } file) await house.ApplyAsync(file, "start", ct);
            return house;
        }
        catch
        {
            if (house is not null) await house.LeaveAsync();
            if (ledger is not null) await ledger.DisposeAsync();
            held.Dispose();
            throw;
        }
    }

    // Every source key is a hash under the master key: with another one each known item would look new and go to the centre again.
    private static async Task CheckKeyAsync(SqlLedger ledger, AesVault vault, string? language, CancellationToken ct)
    {
        const string Name = "key-check";
        var proof = Convert.ToHexStringLower(vault.Index(Name, "gateway"u8));
        if (await ledger.GetAsync("", Name, ct) is not { } stored) await ledger.PutAsync("", new Dictionary<string, string> { [Name] = proof }, ct);
        else if (stored != proof)
            throw new CommandException(4, WordList.In(language)["house.other-key"]);
    }

    private static string PayloadFolderOf(GatewaySettings settings) => Path.GetFullPath(settings.Payloads.Directory, settings.DataDirectory);

    private static void MakeFolder(string data, WordList words)
    {
        if (File.Exists(data)) throw new CommandException(2, words["house.file", data]);
        try
        {
            Directory.CreateDirectory(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(4, words["house.unusable", data, refused.Message]);
        }
    }

    private static IEnumerable<DateOnly> Holidays(GatewaySettings settings)
    {
        if (settings.ServiceClock.HolidayFile is not { } file) return HolidayFile.Shipped();
        string text;
        try
        {
            text = File.ReadAllText(Path.GetFullPath(file, settings.DataDirectory));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, $"Gateway:ServiceClock:HolidayFile {file}: {unreadable.Message}");
        }

        var days = HolidayFile.Read(text, out var faults);
        // A day left out silently would move every deadline behind it.
        if (faults.Count > 0) throw new CommandException(2, $"Gateway:ServiceClock:HolidayFile {file}: {string.Join("; ", faults)}");
        return HolidayFile.Shipped().Concat(days);
    }

    private static byte[] MasterKey(GatewaySettings settings, string ledger)
    {
        try
        {
            return MasterKeyFile.Load(
                new MasterKeyOptions
                {
                    Reference = settings.Identity.MasterKey,
                    DefaultPath = Path.Combine(settings.DataDirectory, "master.key"),
                    LedgerPath = ledger,
                },
                out _);
        }
        catch (MasterKeyUnavailableException unavailable)
        {
            throw new CommandException(4, unavailable.Code is { } code ? WordList.In(settings.Language)["key." + code, [.. unavailable.Values]] : unavailable.Message);
        }
    }
}
