using Gateway.Infrastructure.Ledger;

namespace Gateway.Tests.Infrastructure.Ledger;

/// <summary>A folder of its own for each ledger, with a name that a connection string must quote.</summary>
internal sealed class LedgerFolder
{
    private string? _path;

    public string File => Path.Combine(_path ??= Directory.CreateTempSubdirectory("gateway buku;induk='1'").FullName, "ledger.db");

    public SqliteLedgerOptions Options => new() { Path = File, OnFatal = fault => throw new InvalidOperationException("fatal", fault) };

    public Task<SqliteLedger> OpenAsync(Func<SqliteLedgerOptions, SqliteLedgerOptions>? change = null) =>
        SqliteLedger.OpenAsync(change?.Invoke(Options) ?? Options, TimeProvider.System, CancellationToken.None);

    public Task CleanAsync()
    {
        if (_path is not null) Directory.Delete(_path, recursive: true);
        _path = null;
        return Task.CompletedTask;
    }
}
