using Gateway.Core;
using Gateway.Core.Attachments;
using Gateway.Core.Connectivity;
using Gateway.Core.Duplicates;
using Gateway.Core.Forwarding;
using Gateway.Core.Gates;
using Gateway.Core.Identity;
using Gateway.Core.Intake;
using Gateway.Core.Ledger;
using Gateway.Core.Masters;
using Gateway.Core.Nodes;
using Gateway.Core.Operations;
using Gateway.Core.Payloads;
using Gateway.Core.ServiceClock;
using Gateway.Infrastructure.Central;
using Gateway.Infrastructure.Identity;
using Gateway.Infrastructure.Images;
using Gateway.Infrastructure.Journal;
using Gateway.Infrastructure.Ledger;

namespace Gateway.Server.Composition;

/// <summary>The opened data folder with everything of Core that works on it. One process has it at a time.</summary>
internal sealed partial class House : IAsyncDisposable
{
    private readonly HouseLock held;
    private readonly SqlLedger ledger;
    private readonly GateKeeper gates;
    private readonly SemaphoreSlim judging = new(1, 1);
    private bool judges = true;
    private readonly JournalMemory journalMemory;
    private readonly Lazy<RememberedJournal> journal;
    private JournalPast journalPast = null!;

    private House(GatewaySettings settings, HouseLock held, SqlLedger ledger, IVault vault, IPayloadStore payloads, TimeProvider time, ILoggerFactory logs)
    {
        ledger.Strangers.Met += message => logs.CreateLogger<House>().LogWarning("Rows are left alone: {Message}", message);
        (Settings, this.held, this.ledger, Vault, Payloads, Time, Logs) = (settings, held, ledger, vault, payloads, time, logs);
        Node = new ThisNode(Identifiers.NewId(), settings.Forwarding.Node);
        heartbeat = new Heartbeat(ledger, Node, NodeLease.Default, time, logs.CreateLogger<Heartbeat>());
        Duties = new Duties(ledger, Node, NodeLease.Default, time);
        Registry = new RegistryDesk(ledger, time);
        Reader = new ComplaintReader(vault);
        Intake = new IntakePipeline(
            ledger, Node, payloads, vault, Identifiers, Registry, ChannelAdapters.Translators, Crash, time, logs.CreateLogger<IntakePipeline>());
        Preparation = new Preparation(ledger, payloads, vault, new MagickPictures());
        var duplicates = new DuplicateSearch(ledger, Reader, vault, settings.Duplicates);
        gates = new GateKeeper(ledger, Reader, Preparation, Registry, Identifiers, settings.Gates, duplicates, Duties, Crash, time);
        Move = new MoveComplaint(ledger, Identifiers, time);
        Regrouper = new Regrouper(ledger, payloads, vault, Identifiers, time);
        WorkingDays = new WorkingDays(Holidays(settings));
        journalMemory = MemoryOf(settings, ledger);
        journal = new Lazy<RememberedJournal>(OpenJournal);
    }

    public GatewaySettings Settings { get; }

    public ILedger Ledger => ledger;

    public IVault Vault { get; }

    public IPayloadStore Payloads { get; }

    public TimeProvider Time { get; }

    public ILoggerFactory Logs { get; }

    public IIdentifiers Identifiers { get; } = new RandomIdentifiers();

    public ICrashPoints Crash { get; } = new SystemCrashPoints();

    public RegistryDesk Registry { get; }

    public ComplaintReader Reader { get; }

    public IntakePipeline Intake { get; }

    public MoveComplaint Move { get; }

    public Preparation Preparation { get; }

    public Regrouper Regrouper { get; }

    public WorkingDays WorkingDays { get; }

    /// <summary>Told apart from every other ledger by it.</summary>
    public required string LedgerId { get; init; }

    /// <summary>Folder of the payload files.</summary>
    public string PayloadFolder => PayloadFolderOf(Settings);

    /// <summary>The delivery journal, opened when it is first needed.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written.</exception>
    public IDeliveryJournal Journal => journal.Value;

    /// <summary>How far the delivery journal goes. One that is not there is begun, so that a backup can be restored by it.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written.</exception>
    public JournalPosition JournalPosition => journal.Value.Position;

    /// <summary>Folder of the delivery journal.</summary>
    public string JournalFolder => Path.GetFullPath(Settings.Journal.Directory, Settings.DataDirectory);

    /// <summary>A forwarder over what is in the house.</summary>
    /// <param name="central">The calls to the centre, with the journal before them.</param>
    public Forwarder ForwarderTo(JournaledCentral central) => new(
        ledger, central, Payloads, Preparation, Vault, Registry, Identifiers, Settings.Forwarding, Crash, Time, Logs.CreateLogger<Forwarder>());

    /// <summary>The desk of the lists of the centres.</summary>
    /// <param name="central">Both calls and lists.</param>
    public MasterDesk Masters(CentralClient central) => new(ledger, central, central, Turns(central), Registry, Time, Logs.CreateLogger<MasterDesk>());

    /// <summary>Reads complaints at the centre for a person.</summary>
    public ReadAtCentre ReadAt(CentralClient central) => new(central, Turns(central), Registry);

    private ReadingTurns Turns(CentralClient central) => new(ledger, central, Time, Logs.CreateLogger<ReadingTurns>());

    /// <summary>Until when the reporter of a complaint is awaited; null when no answer is.</summary>
    public Waiting? WaitingOf(ComplaintRow row) => Waiting.Of(row, WorkingDays, Settings.ServiceClock.ReporterAnswersWithin, Time.GetUtcNow());

    /// <summary>Applies a registry file.</summary>
    /// <exception cref="CommandException">It has faults; nothing was applied.</exception>
    public async Task<Registry> ApplyAsync(string path, string actor, CancellationToken ct)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path, ct);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(3, Commands.PathFault.Of(Words.WordList.In(Settings.Language), path, exception));
        }

        var (wanted, faults) = RegistryFile.Parse(text, Path.GetDirectoryName(Path.GetFullPath(path))!, Words.WordList.In(Settings.Language));
        if (wanted is null) throw new CommandException(1, string.Join('\n', faults));
        return await Registry.ApplyAsync(wanted, actor, ct);
    }

    /// <summary>Leads everything recorded through the gates, one caller at a time so that they judge in ledger order.</summary>
    public async Task<int> JudgeAsync(CancellationToken ct)
    {
        if (!judges) return 0;
        await judging.WaitAsync(ct);
        try
        {
            await JoinAsync(ct);
            var judged = 0;
            while (await gates.StepAsync(ct) is > 0 and var step) judged += step;
            return judged;
        }
        finally
        {
            judging.Release();
        }
    }

    /// <summary>A short turn of the same.</summary>
    /// <param name="most">How many complaints at most.</param>
    /// <param name="ct">Stops the wait, not what is already durable.</param>
    /// <returns>How many it were.</returns>
    public async Task<int> JudgeAsync(int most, CancellationToken ct)
    {
        await judging.WaitAsync(ct);
        try
        {
            await JoinAsync(ct);
            return await gates.StepAsync(most, ct);
        }
        finally
        {
            judging.Release();
        }
    }

    /// <summary>
    /// What must happen before work begins in a folder that another process may have left in the middle of something: dead leases are
    /// voided (this process holds the lock of a ledger that is not shared), wake-ups of a lost in-memory broker are forgotten, unfinished arrivals are finished.
    /// </summary>
    /// <param name="intake">This process takes in, and so judges and recovers.</param>
    /// <param name="ct">Stops it.</param>
    public async Task RecoverAsync(bool intake, CancellationToken ct)
    {
        await JoinAsync(ct);
        // Of a shared ledger another node may hold them; there only a heartbeat that stands still tells.
        if (!LedgerPlace.IsShared(Settings))
        {
            await NewReaper().VoidAllAsync(ct);
            await NewTaskReaper().VoidAllAsync(ct);
        }

        if (Settings.Messaging.Transport == "InMemory") await ledger.ForgetPublishedAsync(Time.GetUtcNow(), Time.GetUtcNow(), ct);
        // Of a shared ledger the nodes that take in do this too; one that does not must have no duty, since it would never do it.
        judges = intake || !LedgerPlace.IsShared(Settings);
        if (judges) await Intake.RecoverAsync(ct);
        await JudgeAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseJournalAsync();
        await LeaveAsync();
        await ledger.DisposeAsync();
        judging.Dispose();
        held.Dispose();
    }
}
