using Gateway.Core;

namespace Gateway.Infrastructure.Ledger;

/// <summary>How a SQLite ledger is opened. Durability is not among the settings: it is always WAL with <c>synchronous=FULL</c>.</summary>
public sealed record SqliteLedgerOptions
{
    /// <summary>The database file; made with mode 600 when it is not there. Its folder must exist.</summary>
    public required string Path { get; init; }

    /// <summary>False: opening fails while migrations are pending, instead of applying them.</summary>
    public bool Migrate { get; init; } = true;

    /// <summary>How long a connection waits for another process that holds the database.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Writes that share one commit at most: 256, beyond which groups gained nothing when measured.</summary>
    public int GroupSize { get; init; } = 256;

    /// <summary>Connections for reading at most.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>Time between checkpoints while there are writes.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Above this many bytes the write-ahead log begins at its front again as soon as no reader is in the way.</summary>
    public long WalLimit { get; init; } = 64L * 1024 * 1024;

    /// <summary>Free bytes of the disk below which nothing is claimed, so that what is under way can still be written down. 0: none.</summary>
    public long Reserve { get; init; }

    /// <summary>What an IO error of the database does, since after it nobody knows what is on disk. By default it ends the process.</summary>
    public Action<Exception> OnFatal { get; init; } =
        exception => Environment.FailFast($"The disk under the ledger failed ({LoggedFault.Of(exception)}). Check it, then start again; nothing unconfirmed was acknowledged.");

    /// <summary>A ceiling on the size in pages, so that a test can fill the disk. Null: none.</summary>
    internal long? MaxPages { get; init; }
}
